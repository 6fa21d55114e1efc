using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Cells;

/// <summary>Stored market data, as lists and as columns for LINQ and MathNet.</summary>
public static class Lake
{
    /// <summary>Most bars that one call makes.</summary>
    public const int MostBars = 1_000_000;

    /// <summary>The data that come with the project: generated ticks, marked SYNTHETIC.</summary>
    public static string Samples => Path.Combine(Workspace.Find().Root, "data", "samples");

    /// <summary>Folder that cells read from. Default <c>data/lake</c>; <c>Lake.Folder = Lake.Samples;</c> for the data that come along.</summary>
    public static string Folder { get; set; } = Workspace.Find().Lake;

    /// <summary>All that is stored, by symbol and kind, with time span, count, gaps and hash.</summary>
    /// <param name="lake">Folder; <see cref="Folder"/> when left out.</param>
    public static IReadOnlyList<StoredTape> List(string? lake = null) =>
    [
        // A DateTime counts in 100 ns: the end is rounded up, so that the last event lies before it.
        .. Open(lake).List().Select(entry => entry.Data).Select(data => new StoredTape(
            data.Instrument, data.Kind, data.Count, UtcNanos.ToDateTime(data.From), UtcNanos.ToDateTime(data.To + 99), data.Gaps, data.Source, data.Sha256)),
    ];

    /// <summary>An instrument as the lake knows it.</summary>
    /// <param name="symbol">Its symbol.</param>
    /// <param name="lake">Folder; <see cref="Folder"/> when left out.</param>
    /// <exception cref="WorkbenchException">The lake holds nothing of it.</exception>
    public static Instrument Instrument(string symbol, string? lake = null) => Open(lake).Instrument(symbol);

    /// <summary>Ticks as columns.</summary>
    /// <param name="symbol">The instrument.</param>
    /// <param name="from">First instant; the data's first when left out.</param>
    /// <param name="to">First instant no longer wanted; open when left out.</param>
    /// <param name="lake">Folder; <see cref="Folder"/> when left out.</param>
    /// <param name="most">Most ticks to keep in memory.</param>
    /// <exception cref="WorkbenchException">The lake holds none there, or more than <paramref name="most"/>.</exception>
    public static TickColumns Ticks(string symbol, Moment? from = null, Moment? to = null, string? lake = null, int most = TickColumns.UsualMost)
    {
        var history = Open(lake);
        using var ticks = history.Ticks(history.Instrument(symbol), Moment.Range(from, to));
        return TickColumns.Read(ticks, most);
    }

    /// <summary>Bars as columns, as a strategy would see them close: stored ones where the lake has that length, else made of its ticks.</summary>
    /// <param name="data">Instrument and length, as <c>--data</c> takes them: <c>"EURUSD:1h"</c>, <c>"EURUSD:1m@bid"</c>. Without a price, stored bars are those that are there, and bars of ticks lie halfway between bid and ask.</param>
    /// <param name="from">First instant; the data's first when left out.</param>
    /// <param name="to">First instant no longer wanted; open when left out.</param>
    /// <param name="lake">Folder; <see cref="Folder"/> when left out.</param>
    /// <exception cref="WorkbenchException">The lake holds neither, or more than a million bars.</exception>
    public static BarColumns Bars(string data, Moment? from = null, Moment? to = null, string? lake = null)
    {
        var wanted = DataRequest.Parse(data);
        var history = Open(lake);
        var instrument = history.Instrument(wanted.Symbol);
        var range = Moment.Range(from, to);
        var spec = wanted.Kind == DataKind.Bars ? TapeRack.AsStored(history, instrument, wanted.Bars) : throw CliErrors.BadData(data);
        var tap = new BarTap(spec, MostBars);
        var tape = history.Has(instrument, DataKind.Bars, spec)
            ? Tape.OfBars(history.Bars(instrument, spec, range), spec)
            : Tape.OfTicks(history.Ticks(instrument, range));
        new Engine(new RunConfig { Currency = instrument.SettleCurrency, Range = range }, tap, [tape], new RunStatistics()).Run(CellContext.CurrentOrNone?.Interrupt ?? default);
        return BarColumns.Of(tap.Bars);
    }

    internal static IMarketStore Open(string? lake)
    {
        var workspace = Workspace.Find();
        return workspace.OpenStore(Place.Of(workspace, lake ?? Folder));
    }
}
