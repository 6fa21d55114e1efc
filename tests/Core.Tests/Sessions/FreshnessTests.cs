using Workbench.Core.Tests.Kit;

namespace Workbench.Core.Tests.Sessions;

/// <summary>Prices that fall silent while their market is open keep entries out, whatever the socket says.</summary>
public class FreshnessTests
{
    [Fact]
    public void A_silent_instrument_keeps_entries_out_until_it_speaks_again()
    {
        var orders = new List<Order>();
        var script = new TickScripted { Timed = (self, _) => orders.Add(self.Buy(1_000m)), Ticked = (_, _) => { }, Started = self => self.SetTimer(TimeSpan.FromSeconds(10), "every") };
        var session = new Session(new SessionSetup { Config = Given.Usd, Streams = [Tape.Live(Given.EurUsd, DataKind.Ticks)], StaleNanos = 30 * UtcNanos.Second }, [script], new JournalSink());
        var recorder = new Recorder(new MemoryJournal());
        session.Start(Given.Monday);
        void At(double seconds, Input input) => recorder.Take(session, in input, Given.Monday + (long)(seconds * UtcNanos.Second));
        At(1, Input.Tick(0, 0, 110_000, 110_010, 1, 1));
        At(11, Input.Clock(0));
        Assert.Empty(session.View().Reasons);

        At(32, Input.Clock(0));
        Assert.Contains("EURUSD: prices are old", session.View().Reasons);
        At(41, Input.Clock(0));
        Assert.Equal(RejectReason.NotTrading, orders[^1].RejectReason);

        At(42, Input.Tick(0, 0, 110_000, 110_010, 1, 1));
        Assert.Empty(session.View().Reasons);
    }
}
