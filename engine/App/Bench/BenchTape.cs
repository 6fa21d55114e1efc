using Workbench.Data.Generation;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A tape to measure over, in a lake of its own so that none disturbs another.</summary>
/// <param name="Folder">Name of its lake. Its number rises when the walk changes, so that nobody measures an old tape.</param>
/// <param name="Data">The tape as <c>backtest --data</c> spells it.</param>
/// <param name="Events">Events on it; 0 where they come from a vendor's files.</param>
sealed record BenchTape(string Folder, string Data, long Events)
{
    public static readonly BenchTape Ticks = new("ticks-1", "EURUSD:ticks", 5_000_000);
    public static readonly BenchTape ManyTicks = new("many-ticks-1", "EURUSD:ticks", 100_000_000);
    public static readonly BenchTape Day = new("day-1", "EURUSD:ticks", 250_000);
    public static readonly BenchTape Moment = new("moment-1", "EURUSD:ticks", 100);
    public static readonly BenchTape Bars = new("bars-1", "EURUSD:1m", 1_000_000);
    public static readonly BenchTape Vendor = new("vendor", "GBPJPY:ticks", 0);

    public static readonly BenchTape Book = new("book-1", "BTCUSDT:depth", 445_000);

    public static readonly BenchTape Years = new("years-1", "EURUSD:ticks", 300_000_000) { TicksPerDay = 115_000 };

    static readonly BarSpec Minute = Model.Bars.Minutes(1);

    /// <summary>Ticks on a weekday of generated, not walked, ones; 0 for a walk.</summary>
    public int TicksPerDay { get; init; }

    /// <summary>What is on it.</summary>
    public DataRequest Request => DataRequest.Parse(Data);

    /// <summary>Whether its events are stored bars.</summary>
    public bool HoldsBars => Request.Kind == DataKind.Bars;

    /// <summary>Takes the order book from a recording, or makes one of its shape where it is not there.</summary>
    public void MakeBook(ParquetLake lake, string recording)
    {
        if (lake.Has(Instrument(), DataKind.Depth))
        {
            return;
        }

        if (!File.Exists(recording))
        {
            lake.Write(new DepthWalk(Instrument(), Events), TickGenerator.Source);
            return;
        }

        foreach (var tape in ImportFormats.Open("binance-capture", recording, Instrument(), new ImportOptions { Kind = DataKind.Depth }))
        {
            using (tape)
            {
                lake.Write(tape.Depth!, tape.Source);
            }
        }
    }

    /// <summary>Makes it, unless it is there.</summary>
    public void Make(ParquetLake lake)
    {
        var instrument = Instrument();
        if (Events == 0 || lake.Has(instrument, HoldsBars ? DataKind.Bars : DataKind.Ticks, HoldsBars ? Minute : default))
        {
            return;
        }

        if (HoldsBars)
        {
            lake.Write(new BarWalk(instrument, Events), Minute, TickGenerator.Source);
        }
        else if (TicksPerDay > 0)
        {
            var profile = TickProfile.Of(instrument) with { TicksPerDay = TicksPerDay };
            lake.Write(new TickGenerator(instrument, profile, seed: 1, UtcNanos.From(new DateTime(2014, 1, 1, 0, 0, 0, DateTimeKind.Utc)), Events), TickGenerator.Source);
        }
        else
        {
            lake.Write(new TickWalk(instrument, Events), TickGenerator.Source);
        }
    }

    /// <summary>Takes it from the vendor's files.</summary>
    public void Import(ParquetLake lake, string files)
    {
        foreach (var tape in ImportFormats.Open("dukascopy-bi5", files, Instrument(), new ImportOptions()))
        {
            using (tape)
            {
                lake.Write(tape.Ticks!, tape.Source);
            }
        }
    }

    /// <summary>Its events as arrays, for loops that have no engine.</summary>
    public Decoded Decode(ParquetLake lake) => HoldsBars
        ? Decoded.Of(lake.Bars(lake.Instrument(Request.Symbol), Minute, TimeRange.All))
        : Decoded.Of(lake.Ticks(lake.Instrument(Request.Symbol), TimeRange.All));

    Instrument Instrument() => InstrumentTable.BuiltIn.Find(Request.Symbol);
}
