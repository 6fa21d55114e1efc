using Workbench.Research;
using Workbench.Research.Evolution;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>
/// Turns runs into scores that are hard to fool: the lower quartile over stretches of time and markets instead of the mean, with dearer
/// costs than were charged, a little less for each node, and nothing for whoever traded too seldom to tell.
/// </summary>
sealed class Fitness
{
    /// <summary>Names that are no figure of the report.</summary>
    public const string Return = "return", Drawdown = "drawdown", Trades = "trades", Complexity = "complexity", Survival = "survival";

    /// <summary>What each node takes from a return or a formula, as a share of it.</summary>
    const double PerNode = 0.002;

    /// <summary>Trades beyond which more of them prove no more.</summary>
    const double EnoughTrades = 300;

    const double LowerQuartile = 0.25;

    readonly EvolveRequest asked;
    readonly Dictionary<string, Objective> formulas;

    /// <summary>Fitness by the objectives that are asked for.</summary>
    /// <exception cref="Model.WorkbenchException">WB4441: the same twice. WB412x: a formula that cannot be read.</exception>
    public Fitness(EvolveRequest asked)
    {
        this.asked = asked;
        formulas = Check(asked.Objectives);
    }

    /// <summary>Reads the formulas among objectives.</summary>
    /// <exception cref="Model.WorkbenchException">WB4441: the same twice. WB412x: a formula that cannot be read.</exception>
    public static Dictionary<string, Objective> Check(IReadOnlyList<string> objectives) =>
        objectives.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw EvolveErrors.ObjectiveTwice(twice.Key)
            : objectives.Where(name => name is not (Return or Drawdown or Trades or Complexity or Survival)).ToDictionary(name => name, name => Objective.Parse(name), StringComparer.Ordinal);

    /// <summary>Whether tapes made to hurt are wanted.</summary>
    public bool NeedsSurvival => asked.Objectives.Contains(Survival);

    /// <summary>What an individual came to.</summary>
    /// <param name="results">Its runs, one for each market.</param>
    /// <param name="size">How much there is to read.</param>
    /// <param name="survival">Share of the tapes made to hurt that it survived.</param>
    public Appraisal Of(IReadOnlyList<VariantResult> results, int size, MetricValue survival)
    {
        if (results.FirstOrDefault(result => result.State != VariantState.Finished) is { } broken)
        {
            return Appraisal.Failed(asked.Objectives.Count, broken.Reason ?? "it did not finish") with { Behaviour = null };
        }

        return new Appraisal([.. asked.Objectives.Select(name => Score(name, results, size, survival))])
        {
            Shortfall = asked.MinTrades == 0 ? 0d : results.Max(result => Math.Max(0d, asked.MinTrades - result.Trades) / asked.MinTrades),
            Behaviour = results.Any(result => result.BehaviourHash is null) ? null : string.Join('+', results.Select(result => result.BehaviourHash)),
            Returns = [.. results.SelectMany(result => result.Returns)],
            Traits = Traits(results[0]),
        };
    }

    MetricValue Score(string name, IReadOnlyList<VariantResult> results, int size, MetricValue survival) => name switch
    {
        Return => Lower(results.SelectMany(Stretches)).Then(score => Penalised(score, size)),
        Drawdown => Worst(results.Select(result => result.Metric(MetricCatalog.MaxDrawdown.Key))),
        Trades => Math.Min(EnoughTrades, results.Min(result => result.Trades)),
        Complexity => -(double)size,
        Survival => survival,
        _ => Lower(results.Select(result => Signed(formulas[name], result))).Then(score => Penalised(score, size)),
    };

    static MetricValue Signed(Objective formula, VariantResult result) => formula.Score(result) is { } score ? score : MetricValue.None(formula.Of(result).Reason ?? "undefined");

    /// <summary>What each stretch of a run earned, had its costs been dearer. The further costs fall on the periods in which equity moved, evenly.</summary>
    IEnumerable<MetricValue> Stretches(VariantResult result)
    {
        var (start, count) = ((double)result.EquityStart, result.Returns.Count);
        if (start <= 0d || result.Metric(MetricCatalog.TotalCosts.Key).Value is not { } costs)
        {
            yield return MetricValue.None("there is no equity or no cost to reckon with");
            yield break;
        }

        var dearer = costs * (asked.Costs - 1d) / start;
        if (count < 2 * asked.Stretches)
        {
            // Too few periods to cut: the run is one stretch.
            yield return (double)result.EquityEnd / start - 1d - dearer;
            yield break;
        }

        var moving = Math.Max(1, result.Returns.Count(each => each != 0d));
        for (var stretch = 0; stretch < asked.Stretches; stretch++)
        {
            var (from, to) = (count * stretch / asked.Stretches, count * (stretch + 1) / asked.Stretches);
            var worth = 1d;
            for (var i = from; i < to; i++)
            {
                worth *= 1d + result.Returns[i] - (result.Returns[i] != 0d ? dearer / moving : 0d);
            }

            yield return worth - 1d;
        }
    }

    /// <summary>The lower quartile, between the two values that it falls between; undefined where one is.</summary>
    static MetricValue Lower(IEnumerable<MetricValue> all)
    {
        var values = new List<double>();
        foreach (var each in all)
        {
            if (each.Value is not { } value)
            {
                return each;
            }

            values.Add(value);
        }

        values.Sort();
        var at = LowerQuartile * (values.Count - 1);
        var below = (int)at;
        return below + 1 < values.Count ? values[below] + (at - below) * (values[below + 1] - values[below]) : values[below];
    }

    static MetricValue Worst(IEnumerable<MetricValue> drawdowns)
    {
        var worst = 0d;
        foreach (var each in drawdowns)
        {
            if (each.Value is not { } value)
            {
                return each;
            }

            worst = Math.Max(worst, value);
        }

        return -worst;
    }

    static MetricValue Penalised(double score, int size) => score - Math.Abs(score) * PerNode * size;

    /// <summary>Holding time, trades a day and drawdown: what tells kinds apart.</summary>
    static IReadOnlyList<double> Traits(VariantResult result) =>
    [
        result.Metric(MetricCatalog.AverageHeld.Key).Value ?? 0d, result.Metric(MetricCatalog.TradesPerDay.Key).Value ?? 0d,
        result.Metric(MetricCatalog.MaxDrawdown.Key).Value ?? 0d,
    ];
}
