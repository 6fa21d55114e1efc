using Workbench.Core;
using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A run made again from its recipe, of which nothing is kept but the hash of what it put out.</summary>
/// <param name="workspace">Where things are.</param>
/// <param name="recipe">How it was made.</param>
/// <param name="seen">The data it saw. What the lake has changed since is read from the revision that still holds them.</param>
/// <param name="stuck">Told of a script that does not come back.</param>
sealed class Rerun(Workspace workspace, RunRecipe recipe, IReadOnlyList<DataIdentity> seen, Action<WorkbenchException> stuck)
{
    readonly BacktestRequest request = recipe.ToRequest(workspace);

    /// <summary>Hash of what it puts out now.</summary>
    /// <exception cref="OperationCanceledException">It was cut short.</exception>
    public string Hash(CancellationToken cancel)
    {
        var scripts = LoadedScript.All(workspace, request, stuck);
        using var script = scripts[0];
        var setup = RunSetup.Of(workspace, LakeAsSeen(), request, [script.Book]);
        var engine = new Engine(setup.Config, [script.Strategy], setup.Open(), new SessionSink(null));
        var result = Backtest.Replay(engine, [script.Script], request, cancel, stuck);
        cancel.ThrowIfCancellationRequested();
        return result.EventLogHash;
    }

    /// <summary>Data that are not what they were then, each with both hashes.</summary>
    public IReadOnlyList<string> ChangedData()
    {
        var now = RunSetup.Of(workspace, LakeAsSeen(), request, ["data"]).Rack.Identities;
        return
        [
            .. seen.Select(before => (Before: before, After: now.FirstOrDefault(data => data.Instrument == before.Instrument && data.Kind == before.Kind)))
                .Where(pair => pair.After?.Sha256 != pair.Before.Sha256)
                .Select(pair => FormattableString.Invariant($"{pair.Before.Instrument} {pair.Before.Kind} was {pair.Before.Count:N0} events, sha256 {Short(pair.Before)}, and is {pair.After?.Count ?? 0:N0}, {Short(pair.After)}")),
        ];
    }

    IMarketStore LakeAsSeen()
    {
        var store = workspace.OpenStore(request.Lake);
        return store.As(store.AsSeen(seen));
    }

    static string Short(DataIdentity? data) => data is null ? "not there" : data.Sha256[..Math.Min(12, data.Sha256.Length)];
}
