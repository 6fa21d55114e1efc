using System.Diagnostics;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Measures how fast a tape goes from the lake into a database, check and hash included, and how fast it comes out again.</summary>
sealed class DatabaseCopy(IMarketStore lake, IMarketStore database, string symbol)
{
    /// <summary>Copies the tape's ticks, and reads them back.</summary>
    public Measure Run()
    {
        var instrument = lake.Instrument(symbol);
        var data = lake.Describe(instrument, DataKind.Ticks, default, TimeRange.All);
        var (cpu, allocated, watch) = (ProcessorTime.OfThisThread(), GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        using (var ticks = lake.Ticks(instrument, TimeRange.All))
        {
            database.Write(ticks, data.Source);
        }

        var measure = new Measure
        {
            Events = data.Count,
            LoopSeconds = watch.Elapsed.TotalSeconds,
            LoopCpuSeconds = (ProcessorTime.OfThisThread() - cpu).TotalSeconds,
            LoopBytes = GC.GetAllocatedBytesForCurrentThread() - allocated,
            EventLogHash = database.Describe(instrument, DataKind.Ticks, default, TimeRange.All).Sha256,
        };
        return measure.EventLogHash == data.Sha256
            ? measure with { Also = new Dictionary<string, double> { ["fsync"] = 1d, ["readTicksPerSecond"] = data.Count / ReadBack(instrument) } }
            : throw new InvalidOperationException("What came into the database is not what was in the lake.");
    }

    double ReadBack(Instrument instrument)
    {
        var watch = Stopwatch.StartNew();
        var batch = new TickBatch();
        using var ticks = database.Ticks(instrument, TimeRange.All);
        while (ticks.Read(batch))
        {
        }

        return watch.Elapsed.TotalSeconds;
    }
}
