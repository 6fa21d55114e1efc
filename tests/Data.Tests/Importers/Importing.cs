using Workbench.Data.Importers;
using Workbench.Data.Instruments;

namespace Workbench.Data.Tests.Importers;

/// <summary>Reads tapes to their ends, as the lake's writer does.</summary>
static class Importing
{
    public static Tape Open(string format, string path, string symbol, ImportOptions? options = null) =>
        Assert.Single(ImportFormats.Open(format, path, InstrumentTable.BuiltIn.Find(symbol), options ?? new ImportOptions()));

    public static ImportReport Drain(Tape tape)
    {
        using (tape)
        {
            switch (tape.Kind)
            {
                case DataKind.Ticks: Drain(tape.Ticks!, new TickBatch()); break;
                case DataKind.Trades: Drain(tape.Trades!, new TradeBatch()); break;
                case DataKind.Depth: Drain(tape.Depth!, new DepthBatch()); break;
                default: Drain(tape.Bars!, new BarBatch()); break;
            }
        }

        return tape.Report;
    }

    public static List<Tick> Ticks(Tape tape)
    {
        var all = new List<Tick>();
        var batch = new TickBatch();
        using (tape)
        {
            while (tape.Ticks!.Read(batch))
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    all.Add(new Tick(tape.Ticks.Instrument, batch.Time[i], batch.Bid[i], batch.Ask[i], batch.BidSize[i], batch.AskSize[i]));
                }
            }
        }

        return all;
    }

    public static List<Trade> Trades(Tape tape)
    {
        var all = new List<Trade>();
        var batch = new TradeBatch();
        using (tape)
        {
            while (tape.Trades!.Read(batch))
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    all.Add(new Trade(tape.Trades.Instrument, batch.Time[i], batch.Price[i], batch.Size[i], batch.Aggressor[i]));
                }
            }
        }

        return all;
    }

    public static List<Bar> Bars(Tape tape)
    {
        var all = new List<Bar>();
        var batch = new BarBatch();
        using (tape)
        {
            while (tape.Bars!.Read(batch))
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    all.Add(new Bar
                    {
                        Instrument = tape.Bars.Instrument,
                        Spec = tape.Spec,
                        PriceScale = (byte)tape.Bars.Instrument.PriceScale,
                        OpenNanos = batch.OpenTime[i],
                        CloseNanos = batch.CloseTime[i],
                        OpenRaw = batch.Open[i],
                        HighRaw = batch.High[i],
                        LowRaw = batch.Low[i],
                        CloseRaw = batch.Close[i],
                        VolumeRaw = batch.Volume[i],
                    });
                }
            }
        }

        return all;
    }

    static void Drain<TBatch>(ICursor<TBatch> cursor, TBatch batch)
    {
        while (cursor.Read(batch))
        {
        }
    }
}
