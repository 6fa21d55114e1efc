using Workbench.Data.Calendars;
using Workbench.Data.Instruments;
using Workbench.Data.Lake;

namespace Workbench.App.Tests.Sessions;

/// <summary>The order in which stored data are put into a session: that of a backtest.</summary>
public sealed class LakeFeedTests : IDisposable
{
    const long Start = 1_710_000_000 * UtcNanos.Second;

    static readonly Instrument Euro = InstrumentTable.BuiltIn.Find("EURUSD");

    readonly TempFolder folder = new();

    [Theory]
    [InlineData(DataKind.News, DataKind.Bars)]
    [InlineData(DataKind.Bars, DataKind.News)]
    public void A_bar_closes_before_the_news_of_that_instant_whichever_tape_stands_first(DataKind first, DataKind second)
    {
        var lake = new ParquetLake(folder.Path, SessionCalendars.Find);
        var spec = BarSpec.Parse("1h@bid", null);
        lake.Write(new BarList(Euro, [.. Enumerable.Range(0, 5).Select(Bar)]), spec, "test");
        lake.Write(new NoticeTape<News>(Euro, [Item(Start + (30 * UtcNanos.Minute)), Item(Start + (2 * UtcNanos.Hour)), Item(Start + (5 * UtcNanos.Hour))]), "test");

        using var feed = new LakeFeed(lake, [Stream(first, spec), Stream(second, spec)], [Euro], TimeRange.All);
        var heard = new List<string>();
        feed.Run((input, time) => heard.Add(FormattableString.Invariant($"{(input.Kind == Core.InputKind.Bar ? "bar" : "news")} {(time - Start) / UtcNanos.Minute}")), CancellationToken.None);

        Assert.Equal(["news 30", "bar 60", "bar 120", "news 120", "bar 180", "bar 240", "bar 300", "news 300"], heard);
    }

    public void Dispose() => folder.Dispose();

    static SessionStream Stream(DataKind kind, BarSpec spec) => new(kind, kind == DataKind.Bars ? spec.ToString() : "", false, SessionInstrument.Of(Euro));

    static News Item(long time) => new() { TimeNanos = time, Symbol = "EURUSD", Headline = "Rates stay" };

    static StoredBar Bar(int hour) => new(Start + (hour * UtcNanos.Hour), Start + ((hour + 1) * UtcNanos.Hour), 108_000, 108_010, 107_990, 108_005, 10);
}
