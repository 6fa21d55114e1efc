using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workbench.Platform.Postgres;
using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>A finished search or study on its way into the database that its data came from. What it made is in its folder or said already, so that a refusal is a warning.</summary>
static class SearchesInDatabase
{
    const int NameLetters = 16;

    /// <summary>Keeps a sweep with all its variants.</summary>
    public static void Keep(Workspace workspace, SweepOutcome outcome, Terminal terminal)
    {
        var (plan, recipe) = (outcome.Plan, outcome.Plan.Legs[0].Recipe);
        Keep(workspace.Kept(recipe.Lake), terminal, () => (
            new SearchRow
            {
                Id = outcome.Folder.Id, Kind = "sweep", Method = plan.Method, StrategyFile = recipe.Script, StrategySha256 = recipe.Sha256, EngineVersion = plan.Engine,
                Objective = plan.Objective, Seed = plan.Seed, TrialsInFamily = outcome.End.TrialsInFamily, Odds = outcome.Odds.Sentence,
                Command = $"./run.sh odds {outcome.Folder.Id}", Document = Text(json => SweepJson.Write(json, workspace, outcome, hasVariants: false)),
            },
            Variants(outcome)));
    }

    /// <summary>Keeps a walk-forward, and each variant over all of the data.</summary>
    public static void Keep(WalkForwardRequest asked, WalkForwardOutcome outcome, Terminal terminal) => Keep(asked.Terms.Lake, terminal, () => (
        new SearchRow
        {
            Id = NameOf("walkforward", json => WalkForwardJson.Write(json, outcome with { Trials = TrialCount.Empty })), Kind = "walkforward", Method = outcome.Report.Design,
            StrategyFile = outcome.Origin.File, StrategySha256 = outcome.Origin.Sha256, EngineVersion = Backtest.EngineVersion, Objective = outcome.Report.Objective, Seed = asked.Terms.Seed,
            TrialsInFamily = outcome.Trials.Distinct, Odds = "", Command = $"./run.sh walkforward {ShellWord.Quoted(outcome.Origin.File)} …", Document = Text(json => WalkForwardJson.Write(json, outcome)),
        },
        outcome.Whole.Select((variant, at) => Row(at, at + 1, variant.Result, variant.Objective))));

    /// <summary>Keeps a stress test, and the run that was put under stress.</summary>
    public static void Keep(StressRequest asked, StressOutcome outcome, Terminal terminal) => Keep(asked.Terms.Lake, terminal, () => (
        new SearchRow
        {
            Id = NameOf("stress", json => StressJson.Write(json, outcome)), Kind = "stress", Method = outcome.SetHash, StrategyFile = outcome.Origin.File, StrategySha256 = outcome.Origin.Sha256,
            EngineVersion = Backtest.EngineVersion, Objective = "survival", Seed = asked.Terms.Seed, TrialsInFamily = 0, Odds = "",
            Command = $"./run.sh stress {ShellWord.Quoted(outcome.Origin.File)} …", Document = Text(json => StressJson.Write(json, outcome)),
        },
        [Row(0, 1, outcome.Real, outcome.Score.Share)]));

    /// <summary>Keeps an evolution with its survivors, each with what selection saw of it on the first market.</summary>
    public static void Keep(Workspace workspace, EvolutionDocument evolution, Terminal terminal) => Keep(workspace.Kept(evolution.Recipe.Lake), terminal, () => (
        new SearchRow
        {
            Id = evolution.Id, Kind = "evolve", Method = evolution.Kind, StrategyFile = evolution.Recipe.File ?? "", StrategySha256 = evolution.Recipe.FileSha256 ?? "",
            EngineVersion = evolution.Recipe.EngineVersion, Objective = string.Join(',', evolution.Recipe.Objectives), Seed = evolution.Recipe.Seed, TrialsInFamily = evolution.TrialsInFamily,
            Odds = evolution.Odds, Command = $"./run.sh variants {evolution.Id}", Document = Text(json => EvolutionOut.Write(json, evolution, [])),
        },
        evolution.Champions.Select((champion, at) => Row(
            at, at + 1, champion.InSample[0].ToResult(champion.Name, [$"genome={champion.Key}", $"script={champion.Script}"]), champion.Scores is [{ } score, ..] ? score : MetricValue.None("it has no score")))));

    static void Keep(string place, Terminal terminal, Func<(SearchRow Search, IEnumerable<VariantRow> Variants)> make)
    {
        if (!PostgresAddress.Is(place))
        {
            return;
        }

        try
        {
            var (search, variants) = make();
            new PostgresSearches(DatabaseAt.Address(place)).Keep(search, variants);
        }
        catch (Model.WorkbenchException refusal)
        {
            terminal.Warn($"what this came to is not in the database: {refusal.Message}");
        }
    }

    static IEnumerable<VariantRow> Variants(SweepOutcome outcome)
    {
        var ranks = outcome.Ranked.Select((row, at) => (row.Number, Rank: at + 1, row.Objective)).ToDictionary(each => each.Number);
        return outcome.Folder.Results(outcome.Plan).SelectMany(file => file.Results).Select((result, number) => Row(number, ranks[number].Rank, result, ranks[number].Objective));
    }

    static VariantRow Row(int number, int rank, VariantResult result, MetricValue objective) => new()
    {
        Number = number, Rank = rank, Key = result.Key, State = TrialState.Of(result.State), Reason = result.Reason, EventLogHash = result.EventLogHash, BehaviourHash = result.BehaviourHash,
        Fills = result.Fills, Trades = result.Trades, EquityStart = result.EquityStart, EquityEnd = result.EquityEnd, Objective = objective.Value, ObjectiveReason = objective.Reason,
        Settings = Text(json => SweepJson.WriteSettings(json, result.Settings)), Figures = Text(json => WriteFigures(json, result)),
    };

    static void WriteFigures(Utf8JsonWriter json, VariantResult result)
    {
        json.WriteStartObject();
        foreach (var (key, value) in result.Metrics.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            if (value.Value is { } number)
            {
                json.WriteNumber(key, number);
            }
            else
            {
                json.WriteNull(key);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>A name for what has none: of the kind and of what it came to, so that the same study again is the same row.</summary>
    static string NameOf(string kind, Action<Utf8JsonWriter> write) => $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(JsonText.Of(write)))[..NameLetters]}";

    static string Text(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(JsonText.Of(write));
}
