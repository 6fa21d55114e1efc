using System.Globalization;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Evolution;
using Workbench.Research.Luck;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>Writes the survivors of an evolution as scripts, each proven before it is listed, and shows them where selection never looked.</summary>
sealed class Survivors<TGenome>(
    Workspace workspace, EvolveRequest asked, ISpecies<TGenome> species, IReadOnlyList<Market> markets, EvolutionFolder folder, EvolutionRun<TGenome> run, Action<WorkbenchException> stuck)
{
    /// <summary>Most survivors: nobody reads more.</summary>
    const int Most = 24;

    /// <summary>Most columns of the odds' matrix; what is left out still counts as trials.</summary>
    const int MostColumns = 1_000;

    readonly Fitness fitness = new(asked);
    readonly Dictionary<string, BornRecord> records = run.Tried.ToDictionary(each => each.Key, StringComparer.Ordinal);

    /// <summary>What the evolution came to.</summary>
    /// <exception cref="WorkbenchException">WB4449: nobody survived. WB4448: a script does not do what its genome did.</exception>
    public EvolutionDocument Document(double seconds, CancellationToken cancel)
    {
        var front = run.Population.Front.OrderByDescending(each => each.Appraisal!.Scores[0].Value).ThenBy(each => each.Key, StringComparer.Ordinal).Take(Most).ToList();
        if (front.Count == 0)
        {
            throw EvolveErrors.NobodySurvived(folder.Id, Why());
        }

        var trials = new TrialLedger(workspace, _ => { }).Count(markets[0].Family(species.Lineage));
        var clock = Clock(front[0], cancel);
        var odds = Odds(trials, front, clock);
        var outside = OutOfSample(front, cancel);
        List<Champion> champions = [.. front.Select((each, at) => Proven(each, outside[at], trials.Distinct, odds.Of(each.Key), cancel))];
        return new EvolutionDocument
        {
            Id = folder.Id,
            Recipe = folder.Recipe(),
            Lineage = species.Lineage,
            Kind = species.Kind,
            Data = [.. markets.Select(market => market.Identity)],
            Verdicts = DataVerdict.Of(markets.Select(market => market.Identity)),
            Splits = [.. markets.Select(market => market.Split)],
            Clock = clock,
            Generations = run.Population.Generation,
            Tried = run.Population.Tried,
            Behaviours = run.Population.Behaviours,
            TrialsInFamily = trials.Distinct,
            TrialsBySource = new(trials.BySource.ToDictionary(), StringComparer.Ordinal),
            Odds = odds.Sentence,
            Champions = Ranked(champions, front),
            Family = Family(champions),
            Kinds = [.. run.Population.Kinds.All.Select(each => VariantName.Of(each.Key))],
            Warnings = Warnings(odds),
            WallSeconds = seconds,
        };
    }

    /// <summary>By what selection never saw, where there is such a stretch; undefined ones last.</summary>
    IReadOnlyList<Champion> Ranked(List<Champion> champions, List<Individual<TGenome>> front) => !markets[0].Split.HoldsOut ? champions :
    [
        .. champions.Zip(front, (champion, each) => (Champion: champion, Score: OutsideScore(champion, each)))
            .OrderByDescending(each => each.Score is not null).ThenByDescending(each => each.Score).ThenBy(each => each.Champion.Key, StringComparer.Ordinal).Select(each => each.Champion),
    ];

    /// <summary>Whoever did not trade there lost nothing and showed nothing.</summary>
    double? OutsideScore(Champion champion, Individual<TGenome> each) => champion.OutOfSample.Any(run => run.Trades == 0) ? null
        : fitness.Of([.. champion.OutOfSample.Select(figures => figures.ToResult(each.Key, []))], each.Size, MetricValue.None("")).Scores[0].Value;

    /// <summary>The clock that returns were measured by. One that was resumed after its last generation has run nothing yet that could tell.</summary>
    PeriodClock Clock(Individual<TGenome> best, CancellationToken cancel)
    {
        var (market, range) = (markets[0], markets[0].Split.InSample);
        if (market.ClockOver(range).Ends.Count == 0)
        {
            market.Run(range, [new FieldVariant(best.Key, species.Settings(best.Genome), () => species.Create(best.Genome))], done: null, cancel);
        }

        return market.ClockOver(range);
    }

    IReadOnlyList<IReadOnlyList<RunFigures>> OutOfSample(List<Individual<TGenome>> front, CancellationToken cancel)
    {
        if (!markets[0].Split.HoldsOut)
        {
            return [.. front.Select(_ => (IReadOnlyList<RunFigures>)[])];
        }

        FieldVariant[] variants = [.. front.Select(each => new FieldVariant(each.Key, species.Settings(each.Genome), () => species.Create(each.Genome)))];
        List<IReadOnlyList<VariantResult>> runs = [.. markets.Select(market => market.Run(market.Split.OutOfSample, variants, done: null, cancel))];
        return [.. front.Select((_, at) => (IReadOnlyList<RunFigures>)[.. runs.Select(results => RunFigures.Of(results[at]))])];
    }

    Champion Proven(Individual<TGenome> each, IReadOnlyList<RunFigures> outside, long trials, MetricValue odds, CancellationToken cancel)
    {
        var record = records[each.Key];
        var name = VariantName.Of(each.Key);
        var text = species.Script(each.Genome, Header(each, record, outside, trials));
        var file = folder.WriteScript($"{species.Lineage}-{name}", text);
        var hash = new ScriptProof(workspace, stuck).Hash(file, markets[0], markets[0].Split.InSample, cancel);
        if (hash != record.Runs[0].EventLogHash)
        {
            File.Delete(file);
            throw EvolveErrors.NotTheSame(Path.GetFileName(file), record.Runs[0].EventLogHash!, hash);
        }

        return new Champion
        {
            Name = name,
            Key = each.Key,
            Script = $"scripts/{Path.GetFileName(file)}",
            EventLogHash = hash,
            Scores = record.Scores,
            InSample = record.Runs,
            OutOfSample = outside,
            Survival = asked.Objectives.ToList().IndexOf(Fitness.Survival) is var at and >= 0 ? record.Scores[at] : null,
            Odds = odds.Value,
        };
    }

    ScriptHeader Header(Individual<TGenome> each, BornRecord record, IReadOnlyList<RunFigures> outside, long trials) => new()
    {
        Parents = [.. each.Birth.Parents.Select(VariantName.Of)],
        Operator = each.Birth.Operator,
        Run = string.Create(CultureInfo.InvariantCulture, $"{folder.Id}, seed {asked.Run.Seed}, generation {each.Birth.Generation}, island {each.Birth.Island}"),
        InSample = FiguresText.Of(markets[0], markets[0].Split.InSample, record.Runs[0]),
        OutOfSample = outside.Count > 0 ? FiguresText.Of(markets[0], markets[0].Split.OutOfSample, outside[0]) : "",
        Trials = trials,
    };

    IReadOnlyList<FamilyMember> Family(List<Champion> champions)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. champions.SelectMany(champion => run.Population.Lineage.Of(champion.Key)).Where(each => known.Add(each.Key))
                .OrderBy(each => each.Birth.Generation).ThenBy(each => each.Birth.Island).ThenBy(each => each.Birth.Slot)
                .Select(each => new FamilyMember(VariantName.Of(each.Key), each.Key, each.Birth, each.Size, records[each.Key].Scores, records[each.Key].Runs[0].Trades, ScriptOf(each))),
        ];
    }

    string ScriptOf(Individual<TGenome> each) => species.Script(each.Genome, new ScriptHeader { Parents = [.. each.Birth.Parents.Select(VariantName.Of)], Operator = each.Birth.Operator });

    EvolutionOdds Odds(TrialCount trials, List<Individual<TGenome>> front, PeriodClock clock)
    {
        var champions = front.Select(each => each.Key).ToHashSet(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        // The champions first: of a behaviour that several have, theirs is the column.
        var columns = run.Tried.OrderByDescending(each => champions.Contains(each.Key))
            .Where(each => each.Runs[0] is { Behaviour: not null, Returns.Count: > 0 } first && known.Add(first.Behaviour)).Take(MostColumns).ToList();
        return EvolutionOdds.Of(columns, clock, trials, asked.Run.Seed);
    }

    IReadOnlyList<string> Warnings(EvolutionOdds odds)
    {
        List<string> warnings = [.. DataTexts.Warnings(markets.Select(market => market.Identity)), .. odds.Warnings];
        if (!markets[0].Split.HoldsOut)
        {
            warnings.Add("Nothing was held out: all figures are in sample, which is where an evolution is best at fooling its owner.");
        }

        if (markets.Any(market => market.Identity.IsSynthetic))
        {
            warnings.Add("The data are generated: whatever was found in them is found nowhere else.");
        }

        return warnings;
    }

    string Why()
    {
        var reasons = run.Tried.Select(each => each.Reasons.FirstOrDefault(reason => reason is not null) ?? (each.Shortfall > 0d ? $"fewer than {asked.MinTrades} trades" : "beaten"))
            .GroupBy(reason => reason, StringComparer.Ordinal).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Take(3);
        return FormattableString.Invariant($"Of {run.Tried.Count:N0} tried: {string.Join("; ", reasons.Select(same => FormattableString.Invariant($"{same.Count():N0} × {same.Key}")))}.");
    }
}
