using Workbench.Core;
using Workbench.Data.Lake;
using Workbench.Model;
using Workbench.Platform.Postgres;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>
/// Rehearses a script over the lake. One without libraries can keep nothing between two runs, which the determinism gate sees to. One
/// that brings libraries is loaded anew for each run, so that theirs begin empty too, and on a <see cref="Stage"/>.
/// </summary>
sealed class ScriptRehearsal : IRehearsal, IDisposable
{
    readonly Workspace workspace;
    readonly BacktestRequest request;
    readonly Action<WorkbenchException> stuck;
    readonly ScriptHost host;
    readonly StrategyScript script;
    readonly RunSetup setup;

    /// <summary>Finds script and data.</summary>
    public ScriptRehearsal(Workspace workspace, BacktestRequest request, Action<WorkbenchException> stuck)
    {
        (this.workspace, this.stuck) = (workspace, stuck);
        host = new ScriptHost(Path.GetFullPath(workspace.ScriptCache));
        script = Load(request);
        try
        {
            // On a stage the working folder is another one.
            this.request = Libraries.Count == 0 ? request : request with { Script = Path.GetFullPath(request.Script), Lake = FullPlace(request.Lake) };
            setup = RunSetup.Of(workspace, workspace.OpenStore(this.request.Lake), this.request, [Path.GetFileNameWithoutExtension(request.Script)]);
            Instruments = [.. setup.Open().Select(tape => tape.Instrument).Distinct()];
        }
        catch
        {
            script.Dispose();
            throw;
        }
    }

    /// <summary>What the script brings along that the determinism gate has not read.</summary>
    public IReadOnlyList<string> Libraries => script.Libraries;

    /// <inheritdoc/>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <inheritdoc/>
    public RehearsalEnd Run(ChangedFuture? future, IRunSink sink, FirstChange first, CancellationToken cancel)
    {
        if (Libraries.Count == 0)
        {
            return Run(script, future, sink, first, stuck, cancel);
        }

        using var stage = new Stage(workspace, PostgresAddress.Is(request.Lake) ? workspace.Lake : request.Lake, future);
        Action<WorkbenchException> clearAndDie = error =>
        {
            stage.Dispose();
            stuck(error);
        };
        try
        {
            using var fresh = Load(request);
            return Run(fresh, future, sink, first, clearAndDie, cancel);
        }
        catch (WorkbenchException error)
        {
            return new RehearsalEnd(null, error);
        }
    }

    public void Dispose() => script.Dispose();

    static string FullPlace(string place) => PostgresAddress.Is(place) ? place : Path.GetFullPath(place);

    StrategyScript Load(BacktestRequest of) => Watchdog.Over(() => host.Load(of.Script, of.Class), Watchdog.Patience, stuck);

    RehearsalEnd Run(StrategyScript of, ChangedFuture? future, IRunSink sink, FirstChange first, Action<WorkbenchException> whenStuck, CancellationToken cancel)
    {
        var parameters = of.Parameters.Read(request.Settings);
        Engine? engine = null;
        try
        {
            var strategy = Watchdog.Over(() => of.Create(parameters), request.EventTimeout, whenStuck);
            Tape[] tapes = [.. setup.Open().Select(tape => future?.Over(tape, first) ?? tape)];
            engine = new Engine(setup.Config, strategy, tapes, sink);
            return new RehearsalEnd(Backtest.Replay(engine, [of], request, cancel, whenStuck, future?.Cut ?? long.MaxValue), null);
        }
        catch (Exception error) when (error is WorkbenchException || (error is IOException && Libraries.Count > 0))
        {
            engine?.FlushJournal();
            return new RehearsalEnd(null, error as WorkbenchException ?? ScriptFailure.From(error, of));
        }
    }
}
