using System.Diagnostics;
using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Measures how fast changes become a valid book: rows that are decoded already, and once more with their decode from the lake.</summary>
sealed class BookBuilding(ParquetLake lake, string symbol)
{
    const int Rounds = 20;

    /// <summary>Builds the book of the whole tape some times over.</summary>
    public Measure Run()
    {
        var instrument = lake.Instrument(symbol);
        var (batches, decode) = Timed(() => Decoded(instrument));
        var rows = batches.Sum(batch => (long)batch.Count);
        var book = Build(instrument, batches);
        var (cpu, bytes) = (ProcessorTime.OfThisThread(), GC.GetAllocatedBytesForCurrentThread());
        var (_, wall) = Timed(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                book = Build(instrument, batches);
            }

            return book;
        });
        return new Measure
        {
            Events = rows * Rounds,
            LoopSeconds = wall,
            LoopCpuSeconds = (ProcessorTime.OfThisThread() - cpu).TotalSeconds,
            LoopBytes = GC.GetAllocatedBytesForCurrentThread() - bytes,
            EventLogHash = Seal(book),
            Also = new Dictionary<string, double> { ["rows"] = rows, ["decodedRowsPerSecond"] = rows / decode, ["bidLevels"] = book.Depth(Side.Buy), ["askLevels"] = book.Depth(Side.Sell) },
        };
    }

    static OrderBook Build(Instrument instrument, List<DepthBatch> batches)
    {
        var book = new OrderBook(instrument);
        foreach (var batch in batches)
        {
            for (var i = 0; i < batch.Count; i++)
            {
                book.Apply(batch.Side[i], batch.Price[i], batch.Size[i], batch.Flags[i]);
            }
        }

        return book.IsValid ? book : throw new InvalidOperationException("The tape ended without a valid book.");
    }

    List<DepthBatch> Decoded(Instrument instrument)
    {
        var batches = new List<DepthBatch>();
        using var depth = lake.Depth(instrument, TimeRange.All);
        for (var batch = new DepthBatch(); depth.Read(batch); batch = new DepthBatch())
        {
            batches.Add(batch);
        }

        return batches;
    }

    /// <summary>The last book in a few letters, so that two runs can be seen to have built the same.</summary>
    static string Seal(OrderBook book)
    {
        var seal = 14_695_981_039_346_656_037UL;
        foreach (var side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            for (var level = 0; level < book.Depth(side); level++)
            {
                var (price, size) = book.Level(side, level);
                seal = unchecked(((seal ^ (ulong)price) * 1_099_511_628_211UL ^ (ulong)size) * 1_099_511_628_211UL);
            }
        }

        return seal.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }

    static (T Result, double Seconds) Timed<T>(Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var result = work();
        return (result, watch.Elapsed.TotalSeconds);
    }
}
