using Workbench.Core;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>
/// Puts survivors into strategies/evolved. The first that is kept of a family opens its sealed stretch, once and for all: the ledger says
/// that it was, and whoever is kept later is not shown there any more.
/// </summary>
sealed class Keeper(Workspace workspace, EvolutionFolder folder, EvolutionDocument evolution, Action<WorkbenchException> stuck)
{
    /// <summary>Who opens the sealed stretch, in the ledger.</summary>
    const string Source = "sealed", Opened = "opened";

    readonly EvolveRequest asked = folder.Recipe().ToRequest(workspace, folder.Id);

    /// <summary>Keeps a survivor.</summary>
    /// <returns>The script, and what was seen when the seal was opened.</returns>
    /// <exception cref="WorkbenchException">WB1009: there is another script of that name. WB4448: the script does not do what its genome did.</exception>
    public KeptScript Keep(Champion champion, CancellationToken cancel)
    {
        using var market = MarketOf();
        var file = Path.Combine(workspace.Evolved, Path.GetFileName(champion.Script));
        var text = File.ReadAllText(folder.Inside(champion.Script));
        if (File.Exists(file))
        {
            throw CliErrors.AlreadyThere(workspace.Show(file));
        }

        var hash = new ScriptProof(workspace, stuck).Hash(folder.Inside(champion.Script), market, market.Split.InSample, cancel);
        if (hash != champion.EventLogHash)
        {
            throw EvolveErrors.NotTheSame(champion.Script, champion.EventLogHash, hash);
        }

        var seen = Unsealed(champion, market, cancel);
        Directory.CreateDirectory(workspace.Evolved);
        File.WriteAllText(file, text);
        return new KeptScript(workspace.Show(file), seen);
    }

    /// <summary>What it came to in the sealed stretch, if nobody of its family was shown there before.</summary>
    string Unsealed(Champion champion, Market market, CancellationToken cancel)
    {
        if (market.Split.Sealed.Length == 0)
        {
            return "nothing was held out";
        }

        var ledger = new TrialLedger(workspace, _ => { });
        var family = market.Family(evolution.Lineage);
        if (ledger.Count(family).BySource.ContainsKey(Source))
        {
            return "the sealed stretch was opened for one of this family before, and would be in sample by now";
        }

        // In the ledger before anybody has seen it: a crash in between opens the seal, too. By its key, since it may do what another one did.
        ledger.Record(Source, family, [new Trial($"{Source} {champion.Key}", null, Opened, null, null)], TrialOrigin.From(folder.Id, asked.Run.Seed, [market.Identity]));
        var statistics = new RunStatistics();
        var result = new ScriptProof(workspace, stuck).Run(folder.Inside(champion.Script), [], market, market.Split.Sealed, statistics, cancel);
        var share = result.EndEquity / result.StartEquity - 1m;
        return FormattableString.Invariant($"{market.Split.Sealed}: return {share:0.00 %}, drawdown {result.MaxDrawdown.Share:0.00 %}, {result.Trades:N0} trades");
    }

    Market MarketOf() => new(workspace, workspace.OpenStore(asked.Run.Lake), asked.Run, asked.Run.Data[0], asked, evolution.Lineage);
}
