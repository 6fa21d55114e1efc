using System.Globalization;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Compare;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>Gathers what is to be compared: runs and sessions by their names, or a search.</summary>
/// <param name="workspace">Where they are kept.</param>
/// <param name="lake">Folder of the data; null for the default.</param>
/// <param name="stuck">Ends the process when a session's script does not come back.</param>
sealed class Comparing(Workspace workspace, string? lake, Action<WorkbenchException> stuck)
{
    /// <summary>A cut as people write it: an instant up to which was chosen, or a share of the time.</summary>
    /// <exception cref="WorkbenchException">WB4453: it is neither.</exception>
    public static CompareTerms WithSplit(CompareTerms options, string? text) => text switch
    {
        null => options,
        _ when text.Contains('-', StringComparison.Ordinal) => options with { SplitAt = CommonOptions.Time("--split", text) },
        _ when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0d and < 1d => options with { SplitShare = share },
        _ => throw ComparisonErrors.BadSplit(text),
    };

    /// <summary>Compares what has these names.</summary>
    /// <param name="names">A sweep, an evolution, or two and more runs and sessions.</param>
    /// <param name="withSessions">Whether sessions of the same scripts are added.</param>
    /// <param name="options">How.</param>
    public CompareDocument Of(IReadOnlyList<string> names, bool withSessions, CompareTerms options)
    {
        if (names.Count == 1 && !withSessions)
        {
            return Of(SearchNamed(names[0]), options);
        }

        List<ComparedRun> runs = [.. names.Select(RunNamed)];
        return Of(withSessions ? [.. runs, .. Sessions(runs)] : runs, options);
    }

    /// <summary>Compares runs; their family's trials come from the ledger, their ancestors from the evolutions.</summary>
    public CompareDocument Of(IReadOnlyList<ComparedRun> runs, CompareTerms options)
    {
        var trials = TrialsOf(runs);
        return CompareDocument.Of(runs, options with
        {
            TrialsInFamily = trials.Distinct > 0 ? trials.Distinct : null,
            TrialsBySource = trials.BySource,
            TrialSharpes = trials.Sharpes.Count > 1 ? trials.Sharpes : null,
            Lineage = Families.Of(workspace, runs.Select(run => run.ScriptText)),
        });
    }

    /// <summary>Shows a search, beside the market where the lake still holds what it saw.</summary>
    public CompareDocument Of(SearchDocument search, CompareTerms options) => CompareDocument.Of(search, search.Data.Count == 0 ? options : options with
    {
        Market = MarketPrices.Of(workspace.OpenStore(lake), search.Data[0], search.Clock.Ends),
        MarketName = search.Data[0].Instrument,
    });

    /// <summary>A sweep or an evolution; where both go by the name, as by last, the newer one.</summary>
    SearchDocument SearchNamed(string name)
    {
        var sweep = IsThere(() => SweepFolder.Open(workspace, name)) ? SweepFolder.Open(workspace, name).Id : null;
        var evolution = EvolutionFolder.Find(workspace, name)?.Id;
        return evolution is not null && string.CompareOrdinal(evolution, sweep) > 0 ? EvolutionFolder.Load(workspace, evolution)
            : sweep is not null ? SweepFolder.Load(workspace, name)
            : IsThere(() => new RunShelf(workspace).Find(name)) ? throw ComparisonErrors.OneRun(name)
            : throw ComparisonErrors.NothingOfThatName(name);
    }

    ComparedRun RunNamed(string name)
    {
        var shelf = new RunShelf(workspace);
        return IsThere(() => shelf.Find(name)) ? RunRows.Of(shelf.Find(name))
            : IsThere(() => SessionFolder.Find(workspace, name)) ? SessionRows.Of(workspace, SessionFolder.Find(workspace, name), stuck)
            : IsThere(() => SweepFolder.Open(workspace, name)) ? throw ComparisonErrors.SearchAmongRuns(name)
            : throw ComparisonErrors.NothingOfThatName(name);
    }

    /// <summary>Sessions of the same scripts, the newest first, as many as there is room for. Their runs may be among those named already.</summary>
    IEnumerable<ComparedRun> Sessions(List<ComparedRun> runs)
    {
        var scripts = runs.Select(run => run.Document.Identity.StrategySha256).ToHashSet(StringComparer.Ordinal);
        var known = runs.Select(Made).ToHashSet();
        return SessionFolder.All(workspace)
            .Where(folder => Replayer.TryHeaderOf(folder) is { } header && scripts.Contains(header.Scripts[0].Sha256))
            .Select(folder => SessionRows.Of(workspace, folder, stuck)).Where(session => known.Add(Made(session)))
            .Take(CompareDocument.MostRuns - runs.Count);
    }

    /// <summary>A paper session decides as its backtest does, hash for hash: the mode tells them apart.</summary>
    static (string Mode, string Hash) Made(ComparedRun run) => (run.Mode, run.Document.EventLogHash);

    /// <summary>A ledger that cannot be read is no reason not to compare: the page says what the odds were counted over.</summary>
    TrialCount TrialsOf(IReadOnlyList<ComparedRun> runs)
    {
        try
        {
            return new TrialLedger(workspace, static _ => { }).Count([.. runs.Select(FamilyOf)]);
        }
        catch (WorkbenchException)
        {
            return TrialCount.Empty;
        }
    }

    TrialFamily FamilyOf(ComparedRun run)
    {
        var identity = run.Document.Identity;
        var script = workspace.Kept(identity.StrategyFile);
        return new TrialFamily(
            File.Exists(script) ? TrialLineage.Of(script) : Path.GetFileNameWithoutExtension(script),
            [.. run.Document.Benchmarks.Select(line => line.Symbol).Distinct().Order(StringComparer.Ordinal)], run.Document.Config.Range.From, run.Document.Config.Range.To);
    }

    /// <summary>Whether something of a name is there; that there are several is the user's to settle.</summary>
    static bool IsThere(Func<object> find)
    {
        try
        {
            find();
            return true;
        }
        catch (WorkbenchException none) when (none.Exit == ExitCode.NotFound)
        {
            return false;
        }
    }
}
