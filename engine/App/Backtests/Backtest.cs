using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>One backtest from script and lake to a folder with its results: the place where the rooms are put together.</summary>
sealed class Backtest(Workspace workspace, IHistory history)
{
    /// <summary>Version of the engine, as it goes into a run's identity.</summary>
    public static string EngineVersion { get; } =
        typeof(Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Runs it. What was there before is only added to: the folder appears when it is whole.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="stuck">Ends the process when the script neither returns nor can be stopped.</param>
    /// <param name="started">Told of the run's progress when it begins.</param>
    /// <param name="cancel">Cuts the run short; its report is marked partial.</param>
    public FinishedRun Run(BacktestRequest request, Action<WorkbenchException> stuck, Action<RunProgress>? started, CancellationToken cancel)
    {
        var stopwatch = Stopwatch.StartNew();
        var scripts = LoadedScript.All(workspace, request, stuck);
        using var unload = new Unload(scripts);
        var compiled = stopwatch.Elapsed;

        var setup = RunSetup.Of(workspace, history, request, [.. scripts.Select(script => script.Book)]);
        using var writer = RunWriter.Begin(workspace, request.Out, scripts[0].Book);
        writer.Keep(RunRecipe.Of(workspace, request, scripts[0], setup));
        var statistics = new RunStatistics();
        using var behaviour = new FillHash();
        var trial = request.TrialSource is null ? null : new RunTrial(workspace, request, scripts, setup, writer.RunId);
        var engine = new Engine(setup.Config, [.. scripts.Select(script => script.Strategy)], setup.Open(), new FanOut(new FanOut(statistics, behaviour), writer));
        started?.Invoke(engine.Progress);
        var cpu = ProcessorTime.OfThisThread();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var replaying = Stopwatch.StartNew();
        var result = Counted(trial, () => Replay(engine, [.. scripts.Select(script => script.Script)], request, cancel, stuck: error =>
        {
            writer.Dispose();
            trial?.Failed();
            stuck(error);
        }));
        replaying.Stop();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        cpu = ProcessorTime.OfThisThread() - cpu;

        stopwatch.Restart();
        trial?.Ended(result, statistics, behaviour);
        var first = scripts[0].Identity(workspace);
        var identity = new RunIdentity
        {
            RunId = writer.RunId,
            CreatedNanos = UtcNanos.From(DateTime.UtcNow),
            StrategyFile = first.File,
            StrategySha256 = first.Sha256,
            MoreScripts = [.. scripts.Skip(1).Select(script => script.Identity(workspace))],
            EngineVersion = EngineVersion,
            Parameters = first.Parameters,
            Data = setup.Rack.Identities,
            AcceptsDataWarnings = request.AcceptDataWarnings,
            Command = request.Command,
            Warnings = [.. scripts.SelectMany(script => script.Script.Warnings).Distinct(), .. trial?.Warnings ?? []],
            Tried = trial?.Tried ?? VariantsTried.One,
        };
        var decode = setup.Rack.Decoding.Elapsed.TotalSeconds;
        var timings = new RunTimings(
            request.Startup.TotalSeconds, compiled.TotalSeconds, decode, Math.Max(0d, replaying.Elapsed.TotalSeconds - decode), 0d, replaying.Elapsed.TotalSeconds);
        return writer.Finish(statistics, result, setup.Config, identity, timings, stopwatch, request.Scripts) with { LoopBytes = allocated, LoopCpu = cpu };
    }

    /// <summary>Runs the scripts' strategies to their end, watched, under no culture but the invariant one.</summary>
    public static RunResult Replay(
        Engine engine, IReadOnlyList<StrategyScript> scripts, BacktestRequest request, CancellationToken cancel, Action<WorkbenchException> stuck, long until = long.MaxValue)
    {
        // A second lock: whatever the gate may have missed, a script's numbers look the same under every culture.
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var watchdog = new Watchdog(engine.Progress, request.EventTimeout, request.MemoryLimitMb, stuck);
        try
        {
            return engine.Run(cancel, until);
        }
        catch (Exception error) when (error is not (WorkbenchException or OperationCanceledException or IOException))
        {
            throw ScriptFailure.From(error, scripts);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>A run that fails is a trial as well as one that does not.</summary>
    static RunResult Counted(RunTrial? trial, Func<RunResult> run)
    {
        try
        {
            return run();
        }
        catch (WorkbenchException)
        {
            trial?.Failed();
            throw;
        }
    }

    sealed class Unload(IReadOnlyList<LoadedScript> scripts) : IDisposable
    {
        public void Dispose()
        {
            foreach (var script in scripts)
            {
                script.Dispose();
            }
        }
    }
}
