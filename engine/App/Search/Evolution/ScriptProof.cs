using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>Proves that a script does what a genome did: it compiles, passes the determinism gate, and puts out the same, byte for byte, over the same stretch.</summary>
sealed class ScriptProof(Workspace workspace, Action<WorkbenchException> stuck)
{
    readonly ScriptHost host = new(workspace.ScriptCache);

    /// <summary>Runs the script with its defaults.</summary>
    /// <param name="file">The script.</param>
    /// <param name="market">Where.</param>
    /// <param name="range">When.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Hash of all that it put out.</returns>
    /// <exception cref="WorkbenchException">WB3001, WB3002: it does not compile, or the gate refuses it.</exception>
    public string Hash(string file, Market market, TimeRange range, CancellationToken cancel) => Run(file, [], market, range, new RunStatistics(), cancel).EventLogHash;

    /// <summary>Runs a script, and tells what happens.</summary>
    public RunResult Run(string file, IReadOnlyList<string> settings, Market market, TimeRange range, IRunSink sink, CancellationToken cancel)
    {
        using var script = Watchdog.Over(() => host.Load(file), Watchdog.Patience, stuck);
        var setup = market.SetupOver(range);
        var result = Backtest.Replay(new Engine(setup.Config, script.Create(settings), setup.Open(), sink), [script], market.RequestOver(range), cancel, stuck);
        cancel.ThrowIfCancellationRequested();
        return result;
    }
}
