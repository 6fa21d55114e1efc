using System.Diagnostics;
using Workbench.Model;

namespace Workbench.App;

/// <summary>An evolution from what was asked for to its document: the place where species, markets, population and folder are put together.</summary>
sealed class Evolving(Workspace workspace, EvolveRequest asked, Action<EvolutionProgress> tell, Action<WorkbenchException> stuck)
{
    /// <summary>Runs it, or goes on with one that stopped.</summary>
    /// <param name="resumed">The folder of one that stopped; null to begin one.</param>
    /// <param name="cancel">Stops it after the generation at hand.</param>
    /// <exception cref="WorkbenchException">WB4445: what it was made of has changed. WB4446: it was stopped. And whatever cannot be.</exception>
    public (EvolutionFolder Folder, EvolutionDocument Document) Run(EvolutionFolder? resumed, CancellationToken cancel)
    {
        if (asked.File is { } file)
        {
            var script = Watchdog.Over(() => new Scripting.ScriptHost(workspace.ScriptCache).Load(file, asked.Run.Class), Watchdog.Patience, stuck);
            using var settings = new SettingsSpecies(script, asked);
            return Run(settings, resumed, cancel);
        }

        using var scripts = ScriptSpecies.Of(asked);
        return Run(scripts, resumed, cancel);
    }

    (EvolutionFolder Folder, EvolutionDocument Document) Run<TGenome>(ISpecies<TGenome> species, EvolutionFolder? resumed, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var history = workspace.OpenStore(asked.Run.Lake);
        List<Market> markets = [.. asked.Run.Data.Select(data => new Market(workspace, history, asked.Run, data, asked, species.Lineage))];
        var recipe = EvolutionRecipe.Of(workspace, asked, markets);
        if (resumed?.Recipe() is { } before && recipe.Difference(before) is { } difference)
        {
            throw EvolveErrors.Changed(resumed.Id, difference);
        }

        var folder = resumed ?? EvolutionFolder.Begin(workspace, species.Lineage, recipe);
        using var close = new Closing(markets);
        var run = new EvolutionRun<TGenome>(workspace, asked, species, markets, folder, tell);
        try
        {
            run.Live(cancel);
            var document = new Survivors<TGenome>(workspace, asked, species, markets, folder, run, stuck).Document(watch.Elapsed.TotalSeconds, cancel);
            folder.Write(document);
            return (folder, document);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw EvolveErrors.Stopped(folder.Id, folder.Generations, asked.Generations);
        }
    }

    sealed class Closing(List<Market> markets) : IDisposable
    {
        public void Dispose() => markets.ForEach(market => market.Dispose());
    }
}
