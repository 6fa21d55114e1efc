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
        var startup = DateTime.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime();
        var stopwatch = Stopwatch.StartNew();
        using var script = Watchdog.Over(() => new ScriptHost(workspace.ScriptCache).Load(request.Script, request.Class), Watchdog.Patience, stuck);
        var parameters = script.Parameters.Read(request.Settings);
        var strategy = Watchdog.Over(() => script.Create(parameters), request.EventTimeout, stuck);
        var compiled = stopwatch.Elapsed;

        var setup = RunSetup.Of(workspace, history, request);
        using var writer = RunWriter.Begin(workspace, request.Out, Path.GetFileNameWithoutExtension(script.Path));
        var statistics = new RunStatistics();
        var engine = new Engine(setup.Config, strategy, setup.Open(), new FanOut(statistics, writer));
        started?.Invoke(engine.Progress);
        var cpu = ProcessorTime.OfThisThread();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var replaying = Stopwatch.StartNew();
        var result = Replay(engine, script, request, cancel, stuck: error =>
        {
            writer.Dispose();
            stuck(error);
        });
        replaying.Stop();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        cpu = ProcessorTime.OfThisThread() - cpu;

        stopwatch.Restart();
        var identity = new RunIdentity
        {
            RunId = writer.RunId,
            CreatedNanos = UtcNanos.From(DateTime.UtcNow),
            StrategyFile = workspace.Show(script.Path),
            StrategySha256 = script.Sha256,
            EngineVersion = EngineVersion,
            Parameters = [.. parameters.Values.Select(value => RunParameter.Of(value.Key, value.Value is BarSpec spec ? spec.ToString() : value.Value))],
            Data = setup.Rack.Identities,
            Command = request.Command,
            Warnings = script.Warnings,
        };
        var decode = setup.Rack.Decoding.Elapsed.TotalSeconds;
        var timings = new RunTimings(
            startup.TotalSeconds, compiled.TotalSeconds, decode, Math.Max(0d, replaying.Elapsed.TotalSeconds - decode), 0d, replaying.Elapsed.TotalSeconds);
        return writer.Finish(statistics, result, setup.Config, identity, timings, stopwatch, script.Path) with { LoopBytes = allocated, LoopCpu = cpu };
    }

    /// <summary>Runs a script's strategy to its end, watched, under no culture but the invariant one.</summary>
    public static RunResult Replay(
        Engine engine, StrategyScript script, BacktestRequest request, CancellationToken cancel, Action<WorkbenchException> stuck, long until = long.MaxValue)
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
            throw ScriptFailure.From(error, script);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
