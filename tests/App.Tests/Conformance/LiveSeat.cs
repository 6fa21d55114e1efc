using System.Diagnostics;
using Workbench.Core;

namespace Workbench.App.Tests.Conformance;

/// <summary>A session at a real venue's simulator: inbox, desk, adapter, pipeline and sockets are those of a live session.</summary>
sealed class LiveSeat : Seat, IAsyncDisposable
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    readonly Instrument instrument;
    readonly Func<VenueConnection> connect;
    (decimal Bid, decimal Ask, decimal Size) market;
    VenueConnection connection = null!;
    Inbox inbox = null!;
    VenueDesk desk = null!;
    bool isDead;

    public LiveSeat(SessionSetup setup, Instrument instrument, long start, Func<VenueConnection> connect, (decimal, decimal, decimal) market) : base(setup, start)
    {
        (this.instrument, this.connect, this.market) = (instrument, connect, market);
        Begin();
        Connect();
    }

    /// <summary>Whether commands get lost on their way out of the process: it dies between its journal and the wire.</summary>
    public bool IsMute { get; set; }

    protected override long Now => UtcNanos.From(TimeProvider.System.GetUtcNow().UtcDateTime);

    public override bool Turn()
    {
        var taken = false;
        while (inbox.Reader.TryRead(out var input))
        {
            Take(in input);
            taken = true;
        }

        if (Session.NextDue <= Now)
        {
            Take(Input.Clock(Session.NextDue));
            taken = true;
        }

        return taken;
    }

    public override void Tick(decimal bid, decimal ask, decimal size)
    {
        market = (bid, ask, size);
        TickAgain();
    }

    /// <summary>The venue as another process with the same keys sees it.</summary>
    public IVenue AtVenue => connection.Venue;

    /// <summary>Waits until all that was sent has been answered, and takes none of the answers in.</summary>
    public void AnswersWait() => Assert.True(SpinWait.SpinUntil(() => desk.Running == 0, Longest), "the venue does not answer");

    /// <summary>The process dies, connections and unread answers with it.</summary>
    public async Task Die()
    {
        if (!isDead)
        {
            isDead = true;
            await desk.DisposeAsync();
            await connection.DisposeAsync();
        }
    }

    /// <summary>Another process goes on where its journal ends.</summary>
    public void Live()
    {
        isDead = IsMute = false;
        BeginAgain();
        Connect();
    }

    public async ValueTask DisposeAsync() => await Die();

    protected override void Send(VenueCommand command)
    {
        base.Send(command);
        if (!IsMute)
        {
            desk.Send(command);
        }
    }

    protected override void TickAgain()
    {
        var size = instrument.SizeToRaw(market.Size);
        Take(Input.Tick(0, Now, instrument.ToRaw(market.Bid), instrument.ToRaw(market.Ask), size, size));
    }

    protected override Func<bool> Patience()
    {
        var watch = Stopwatch.StartNew();
        return () => watch.Elapsed < Longest;
    }

    void Connect()
    {
        connection = connect();
        inbox = new Inbox([instrument]);
        desk = new VenueDesk(connection.Venue, [instrument], inbox, static _ => { }, static (_, _) => { }, new LatencyMeter());
        Command(OperatorCommand.Recover, "begun");
        connection.Venue.Listen([instrument], inbox, CancellationToken.None).WaitAsync(Longest).GetAwaiter().GetResult();
        TickAgain();
        Until(() => View.Reasons.All(static reason => reason != "recovering"), "the session has found out how things stand");
    }
}
