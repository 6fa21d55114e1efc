namespace Workbench.Core.Tests.Risk;

public sealed class KillSwitchTests
{
    [Fact]
    public void Kill_cancels_all_closes_all_and_refuses_everything_from_then_on()
    {
        var (sink, fates) = Run(
            RiskTerms.None,
            (0, self => self.Buy(100m, tag: "entry")), (0, self => self.BuyLimit(50m, 0.5m, tag: "waits")),
            (4, self => self.Buy(1m, tag: "entry later")), (5, self => self.SellLimit(1m, 2m, tag: "any order")));

        Assert.Equal(
            [("entry", OrdStatus.Filled, RejectReason.None), ("waits", OrdStatus.Canceled, RejectReason.None), ("kill", OrdStatus.Filled, RejectReason.None),
                ("entry later", OrdStatus.Rejected, RejectReason.Killed), ("any order", OrdStatus.Rejected, RejectReason.Killed)],
            fates);
        Assert.Equal((0m, "everything was stopped: enough"), (sink.Fills[^1].PositionAfter, sink.Orders.Single(order => order.Tag == "any order").Text));
        Assert.Equal([(RiskLevel.Critical, RiskRule.Command, RiskAction.Kill, "killed: enough")], sink.Alerts.Select(said => (said.Level, said.Rule, said.Action, said.Reason)));
    }

    [Fact]
    public void Pause_keeps_entries_out_and_lets_exits_and_cancellations_go()
    {
        Order? waits = null;
        var (sink, fates) = Run(
            RiskTerms.None, "pause",
            (0, self => self.Buy(100m, tag: "entry")), (0, self => waits = self.BuyLimit(50m, 0.5m, tag: "waits")),
            (4, self => self.Buy(1m, tag: "entry")), (4, self => self.Sell(60m, tag: "exit")), (4, self => self.Sell(41m, tag: "turn")), (4, self => self.Cancel(waits!)),
            (6, self => self.Buy(1m, tag: "after the pause")));

        Assert.Equal(
            [("entry", OrdStatus.Filled, RejectReason.None), ("waits", OrdStatus.Canceled, RejectReason.None), ("entry", OrdStatus.Rejected, RejectReason.EntriesBlocked),
                ("exit", OrdStatus.Filled, RejectReason.None), ("turn", OrdStatus.Rejected, RejectReason.EntriesBlocked), ("after the pause", OrdStatus.Filled, RejectReason.None)],
            fates);
        Assert.Equal(["paused: no new entries", "entries are let in again"], sink.Alerts.Select(said => said.Reason));
    }

    [Fact]
    public void Flatten_closes_all_and_trading_goes_on_once_that_is_done()
    {
        var (sink, fates) = Run(
            RiskTerms.None, "flatten",
            (0, self => self.Buy(100m, tag: "entry")), (0, self => self.BuyLimit(50m, 0.5m, tag: "waits")), (3, self => self.Buy(1m, tag: "while it closes")), (5, self => self.Buy(7m, tag: "afterwards")));

        Assert.Equal(
            [("entry", OrdStatus.Filled, RejectReason.None), ("waits", OrdStatus.Canceled, RejectReason.None), ("flatten", OrdStatus.Filled, RejectReason.None),
                ("while it closes", OrdStatus.Rejected, RejectReason.EntriesBlocked), ("afterwards", OrdStatus.Filled, RejectReason.None)],
            fates);
        Assert.Equal([100m, 0m, 7m], sink.Fills.Select(fill => fill.PositionAfter));
    }

    [Fact]
    public void What_is_filled_before_its_cancellation_arrives_is_closed_too()
    {
        // Messages take a minute and a half; the limit is reached within that time.
        var (sink, _) = Run(
            RiskTerms.None with { }, "kill", new ConstantLatency(90 * UtcNanos.Second, 90 * UtcNanos.Second, 90 * UtcNanos.Second),
            [100_000, 100_000, 100_000, 100_000, 90_000, 90_000, 90_000, 90_000, 90_000, 90_000],
            (0, self => self.BuyLimit(50m, 0.95m, tag: "waits")));

        Assert.Equal([50m, 0m], sink.Fills.Select(fill => fill.PositionAfter));
        Assert.Equal("kill", sink.Fills[^1].Tag);
    }

    static (RecordingSink Sink, IEnumerable<(string, OrdStatus, RejectReason)> Fates) Run(RiskTerms terms, params (int At, Action<Scripted> Act)[] acts) =>
        Run(terms, "kill", acts);

    static (RecordingSink Sink, IEnumerable<(string, OrdStatus, RejectReason)> Fates) Run(RiskTerms terms, string command, params (int At, Action<Scripted> Act)[] acts) =>
        Run(terms, command, ConstantLatency.None, [.. Enumerable.Repeat(100_000L, 9)], acts);

    /// <summary>One tick a minute; the command comes with the third, as an operator's would between two events, and a pause ends with the sixth.</summary>
    static (RecordingSink Sink, IEnumerable<(string, OrdStatus, RejectReason)> Fates) Run(
        RiskTerms terms, string command, ILatencyModel latency, long[] bids, params (int At, Action<Scripted> Act)[] acts)
    {
        var (at, sink, engine) = (0, new RecordingSink(), default(Engine)!);
        var strategy = new TickScripted
        {
            Ticked = (self, _) =>
            {
                if (at == 3)
                {
                    Press(engine.KillSwitch, command);
                }
                else if (at == 6 && command == "pause")
                {
                    engine.KillSwitch.Pause(false);
                }

                Array.ForEach(acts, each => (each.At == at ? each.Act : static _ => { })(self));
                at++;
            },
        };
        engine = new Engine(
            Given.Usd with { Cash = 1_000m, Risk = terms, Latency = latency }, strategy,
            [Tapes.Ticks(Given.EurUsd, [.. bids.Select((bid, i) => new TickRow(Given.At(9, i), bid, bid))])], sink);
        engine.Run();
        return (sink, sink.Orders.OrderBy(order => order.ClientOrderId).Select(order => (order.Tag, order.Status, order.RejectReason)));
    }

    static void Press(KillSwitch button, string command)
    {
        switch (command)
        {
            case "kill":
                button.Kill("enough");
                break;
            case "pause":
                button.Pause(true);
                break;
            default:
                button.Flatten();
                break;
        }
    }
}
