using System.Diagnostics;
using Workbench.Model;

namespace Workbench.App;

/// <summary>What a process does that was started to be measured: one run of a workload, its floor, or an import. It tells its own figures.</summary>
sealed class BenchStep(Workspace workspace, Workload workload, string lake, string scripts)
{
    const int FloorRounds = 7;

    /// <summary>A whole backtest as <c>backtest</c> makes it, run folder and report included.</summary>
    public Measure Run(CancellationToken cancel)
    {
        var request = new BacktestRequest
        {
            Script = Path.Combine(scripts, workload.Script),
            Data = [workload.Tape.Request],
            Lake = lake,
            Settings = workload.Settings,

            // Crossing the spread on every tick's whim costs W3 140,000: an account of less would be closed half way.
            Cash = 1_000_000m,
            Command = "./run.sh bench " + workload.Name,
        };
        var run = new Backtest(workspace, workspace.OpenLake(lake)).Run(request, stuck: error => Environment.FailFast(error.Message), started: null, cancel);
        return new Measure
        {
            Events = run.Document.Events,
            LoopSeconds = run.Document.Timings.Wall,
            DecodeSeconds = run.Document.Timings.Decode,
            LoopCpuSeconds = run.LoopCpu.TotalSeconds,
            LoopBytes = run.LoopBytes,
            Orders = run.Document.Orders.Submitted,
            EventLogHash = run.Document.EventLogHash,
            PeakMemoryMb = PeakMemoryMb(),
        };
    }

    /// <summary>The bare loop, some rounds over arrays that are decoded once: the fastest round is the one that was disturbed least.</summary>
    public Measure Floor()
    {
        var tape = workload.Tape.Decode(workspace.OpenLake(lake));
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < FloorRounds; round++)
        {
            var begun = ProcessorTime.OfThisThread();
            GC.KeepAlive(workload.Floor!(tape));
            var spent = ProcessorTime.OfThisThread() - begun;
            best = spent < best ? spent : best;
        }

        return new Measure { Events = tape.Time.Length, LoopCpuSeconds = best.TotalSeconds, PeakMemoryMb = PeakMemoryMb() };
    }

    /// <summary>A session that keeps its journal on disk, at a venue that answers at once and is not measured.</summary>
    public Measure Live() => new LiveDoor(workspace, workload, lake, scripts).Run() with { PeakMemoryMb = PeakMemoryMb() };

    /// <summary>A notebook's kernel as its doors start it, and what it costs beside the work of its cells.</summary>
    public Measure Notebook() => new NotebookCells(workspace, workload, lake, scripts).Run().GetAwaiter().GetResult();

    /// <summary>Many variants over one tape, and some of them again as single runs.</summary>
    public Measure Sweep(CancellationToken cancel) => new FieldSweep(workspace, workload, lake, scripts).Run(cancel) with { PeakMemoryMb = PeakMemoryMb() };

    /// <summary>Changes of an order book into a valid book.</summary>
    public Measure Book() => new BookBuilding(workspace.OpenLake(lake), workload.Tape.Request.Symbol).Run() with { PeakMemoryMb = PeakMemoryMb() };

    /// <summary>A tape out of the lake into a database on a server of its own.</summary>
    public Measure Copy()
    {
        using var server = new BenchServer();
        return new DatabaseCopy(workspace.OpenLake(lake), workspace.OpenStore(server.Address.ToString()), workload.Tape.Request.Symbol).Run() with { PeakMemoryMb = PeakMemoryMb() };
    }

    /// <summary>The check of a whole tape, verdicts kept.</summary>
    public Measure Check()
    {
        var stopwatch = Stopwatch.StartNew();
        var (cpu, allocated) = (ProcessorTime.OfThisThread(), GC.GetAllocatedBytesForCurrentThread());
        var tape = DataCheck.Of(workspace.OpenLake(lake), workload.Tape.Data);
        var report = tape.Run(TimeRange.All, against: null, _ => { }, refusal => throw refusal);
        return new Measure
        {
            Events = report.Totals.Count,
            LoopSeconds = stopwatch.Elapsed.TotalSeconds,
            LoopCpuSeconds = (ProcessorTime.OfThisThread() - cpu).TotalSeconds,
            LoopBytes = GC.GetAllocatedBytesForCurrentThread() - allocated,
            PeakMemoryMb = PeakMemoryMb(),
        };
    }

    /// <summary>From a lake that nobody has opened to the first tick, as a run comes to it.</summary>
    public Measure Open()
    {
        var stopwatch = Stopwatch.StartNew();
        var store = workspace.OpenLake(lake);
        var instrument = store.Instrument(workload.Tape.Request.Symbol);
        var data = store.Describe(instrument, DataKind.Ticks, default, TimeRange.All);
        using var ticks = store.Ticks(instrument, new TimeRange(data.From, data.To));
        ticks.Read(new TickBatch());
        var seconds = stopwatch.Elapsed.TotalSeconds;
        return new Measure { Events = data.Count, LoopSeconds = seconds, PeakMemoryMb = PeakMemoryMb(), Also = new Dictionary<string, double> { ["firstTickMs"] = seconds * 1000d } };
    }

    /// <summary>The vendor's files into the lake.</summary>
    public Measure Import(string files)
    {
        var stopwatch = Stopwatch.StartNew();
        workload.Tape.Import(workspace.OpenLake(lake), files);
        return new Measure { LoopSeconds = stopwatch.Elapsed.TotalSeconds, PeakMemoryMb = PeakMemoryMb() };
    }

    static double PeakMemoryMb()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1_048_576d;
    }
}
