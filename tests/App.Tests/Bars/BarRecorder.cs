using Workbench.Core;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Research;
using EngineTape = Workbench.Core.Tape;

namespace Workbench.App.Tests.Bars;

/// <summary>Keeps the bars that the engine builds of a vendor's files, by opening time.</summary>
sealed class BarRecorder(BarSpec[] wanted) : Strategy
{
    readonly Dictionary<BarSpec, SortedDictionary<long, Bar>> bars = wanted.ToDictionary(spec => spec, _ => new SortedDictionary<long, Bar>());

    public override void OnStart() => Array.ForEach(wanted, spec => Subscribe(spec));

    public override void OnBar(in Bar bar)
    {
        // Never earlier than its close.
        Assert.True(UtcNanos.From(Now) >= bar.CloseNanos);
        bars[bar.Spec].Add(bar.OpenNanos, bar);
    }

    /// <summary>Bars that the engine makes of the files' own events.</summary>
    public static Dictionary<BarSpec, SortedDictionary<long, Bar>> Of(string symbol, ImportOptions options, params BarSpec[] wanted)
    {
        var instrument = InstrumentTable.BuiltIn.Find(symbol);
        using var tape = ImportFormats.Open("dukascopy-bi5", SharedData.Path("dukascopy-bi5/" + symbol), instrument, options)[0];
        var recorder = new BarRecorder(wanted);
        var fed = tape.Bars is { } bars ? EngineTape.OfBars(bars, tape.Spec) : EngineTape.OfTicks(tape.Ticks!);
        var config = new RunConfig { Currency = instrument.QuoteCurrency, Range = new TimeRange(0, UtcNanos.From(new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc))) };
        new Engine(config, recorder, [fed], new RunStatistics()).Run();
        return recorder.bars;
    }

    /// <summary>The vendor's own candles.</summary>
    public static SortedDictionary<long, Bar> Vendor(string symbol, BarSpec spec) =>
        Of(symbol, new ImportOptions { Kind = DataKind.Bars, Timeframe = spec }, spec)[spec];
}
