using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Search.Sweeps;

/// <summary>A project of its own over the shared tape, in which sweeps are run within the test's process.</summary>
sealed class SweepBench(Lab lab) : IDisposable
{
    readonly Shell shell = lab.Fresh();

    /// <summary>Its shell.</summary>
    public Shell Shell => shell;

    /// <summary>The project.</summary>
    public Workspace Workspace => Workspace.At(shell.Path("home"));

    /// <summary>The averages that cross, over six hours of the tape.</summary>
    public SweepRequest Request(params string[] axes) => new()
    {
        Terms = new BacktestRequest
        {
            Script = Scripts.SmaCross, Data = [DataRequest.Parse("EURUSD:ticks")], Lake = lab.Shell.Lake, Range = Hours(1, 7), Command = "./run.sh sweep",
        },
        Data = [new SweepData([], [DataRequest.Parse("EURUSD:ticks")], Hours(1, 7))],
        Axes = axes,
        Objective = "netProfit",
        Batch = 4,
    };

    /// <summary>Plans a sweep.</summary>
    public SweepPlan Plan(SweepRequest request) => new SweepPlanner(Workspace, request, Stuck).Make();

    /// <summary>Makes its folder.</summary>
    public SweepFolder Folder(SweepPlan plan, string name) => SweepFolder.Create(Workspace, shell.Path(name), plan);

    /// <summary>Runs it, or what is left of it.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="cores">Threads.</param>
    /// <param name="batches">Batches to run before it is cut off; null for all.</param>
    public SweepOutcome? Run(SweepFolder folder, int cores = 2, int? batches = null)
    {
        using var cut = new CancellationTokenSource();
        using var ground = Ground(folder, cores);
        var progress = new SweepProgress(folder.Plan.Variants);
        var trials = new SweepTrials(new TrialLedger(Workspace, _ => { }), ground, folder.Id, "sweep");
        var watch = new Timer(_ => Cut(folder, batches ?? int.MaxValue, cut), null, 0, 1);
        try
        {
            return new LocalSweep(folder, ground, trials).Run(progress, cut.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            // A look that is under way must not find what it cuts gone.
            using var ended = new ManualResetEvent(false);
            watch.Dispose(ended);
            ended.WaitOne();
        }
    }

    static void Cut(SweepFolder folder, int batches, CancellationTokenSource cut)
    {
        if (Results(folder).Length >= batches)
        {
            cut.Cancel();
        }
    }

    /// <summary>Results of the batches that are done.</summary>
    public static string[] Results(SweepFolder folder) => Directory.Exists(Path.Combine(folder.Root, "shards")) ? Directory.GetFiles(Path.Combine(folder.Root, "shards"), "*.result") : [];

    /// <summary>What a plan runs on.</summary>
    public SweepGround Ground(SweepFolder folder, int cores = 2) => SweepGround.Of(Workspace, folder.Plan, folder.Id, cores, SweepGround.UsualMemoryMb, Stuck);

    /// <summary>A stretch of the tape's first day.</summary>
    public static TimeRange Hours(double from, double to) => new(Midnight + (long)(from * UtcNanos.Hour), Midnight + (long)(to * UtcNanos.Hour));

    static long Midnight => UtcNanos.From(new DateTime(2024, 3, 4, 0, 0, 0, DateTimeKind.Utc));

    public void Dispose() => shell.Dispose();

    static void Stuck(WorkbenchException error) => throw error;
}
