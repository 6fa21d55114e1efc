using Workbench.Model;

namespace Workbench.App;

/// <summary>Which prices a session on live prices hears of: ticks, prints and books as its <c>--data</c> name them; ticks of what is named without a kind, or by bars.</summary>
static class LivePrices
{
    /// <summary>The streams of what it trades.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="instruments">The instruments, as the venue has them.</param>
    /// <param name="feed">Who tells prices.</param>
    /// <exception cref="WorkbenchException">The feed does not tell of a kind that is asked for.</exception>
    public static IReadOnlyList<SessionStream> Of(SessionRequest request, IReadOnlyList<Instrument> instruments, IFeed feed) =>
    [
        .. instruments.SelectMany(instrument => KindsOf(request, instrument).Select(kind => feed.Kinds.Contains(kind)
            ? new SessionStream(kind, "", RatesOnly: false, SessionInstrument.Of(instrument))
            : throw SessionErrors.NotStreamed(feed.Name, kind, instrument.Symbol))),
    ];

    /// <summary>Starts all streams of a session. What a warm-up, or the session before it broke off, left of a book is old: it is void until the feed has it anew.</summary>
    public static async Task Subscribe(BuiltSession built, IFeed feed, IInbox inbox, CancellationToken cancel)
    {
        var loss = new DepthBatch();
        loss.Add(0, Side.Buy, 0, 0, DepthFlags.Gap | DepthFlags.End);
        foreach (var instrument in built.PricedBy(DataKind.Depth))
        {
            inbox.Post(instrument, loss);
        }

        foreach (var kind in built.Header.Streams.Select(stream => stream.Kind).Where(kind => !kind.IsNotice()).Distinct())
        {
            await feed.Subscribe(built.PricedBy(kind), kind, inbox, cancel).ConfigureAwait(false);
        }
    }

    static IReadOnlyList<DataKind> KindsOf(SessionRequest request, Instrument instrument)
    {
        var asked = request.Run.Data.Where(data => data.Symbol == instrument.Symbol && !data.IsNotice)
            .Select(data => data.Kind is null or DataKind.Bars ? DataKind.Ticks : data.Kind.Value).Distinct().ToList();

        // What the venue calls otherwise than we asked for it is none the less what we asked for.
        return asked.Count > 0 ? asked : [DataKind.Ticks];
    }
}
