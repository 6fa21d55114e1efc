using System.Globalization;
using System.Text.Json;

namespace Workbench.Research.Tests;

/// <summary>Six return series with what quantstats says of them: equal where the formula is the same, and by how much not where it is another.</summary>
public sealed class QuantstatsTests
{
    const double Tolerance = 1e-9;

    public static TheoryData<string> Series => ["fat-tails", "goog-vs-spy", "losing", "normal-drift", "short", "spy-2004-2009"];

    /// <summary>Our name, theirs, and the sign that turns one into the other.</summary>
    static readonly (MetricDefinition Ours, string Theirs, double Sign)[] Same =
    [
        (MetricCatalog.Sharpe, "sharpe", 1), (MetricCatalog.Sortino, "sortino", 1), (MetricCatalog.Volatility, "volatility", 1),
        (MetricCatalog.MaxDrawdown, "max_drawdown", -1), (MetricCatalog.Omega, "omega", 1), (MetricCatalog.UlcerIndex, "ulcer_index", 1),
        (MetricCatalog.UlcerPerformance, "upi", 1), (MetricCatalog.TailRatio, "tail_ratio", 1), (MetricCatalog.ProfitFactor, "profit_factor", 1),
        (MetricCatalog.Payoff, "payoff_ratio", 1), (MetricCatalog.Kelly, "kelly_criterion", 1), (MetricCatalog.ValueAtRisk, "value_at_risk", 1),
        (MetricCatalog.ConditionalValueAtRisk, "cvar", 1), (MetricCatalog.Skew, "skew", 1), (MetricCatalog.Kurtosis, "kurtosis", 1),
        (MetricCatalog.GainToPain, "gain_to_pain_ratio", 1), (MetricCatalog.WinDays, "win_rate", 1), (MetricCatalog.BestDay, "best", 1),
        (MetricCatalog.WorstDay, "worst", 1), (MetricCatalog.WinStreak, "consecutive_wins", 1), (MetricCatalog.LossStreak, "consecutive_losses", 1),
        (MetricCatalog.AverageWin, "avg_win", 1), (MetricCatalog.AverageLoss, "avg_loss", 1), (MetricCatalog.TotalReturn, "comp", 1),
    ];

    [SharedDataTheory]
    [MemberData(nameof(Series))]
    public void Figures_of_the_same_formula_agree(string name)
    {
        var (run, theirs) = Load(name);
        foreach (var (ours, key, sign) in Same)
        {
            AssertClose(key, sign * theirs.GetProperty("values").GetProperty(key).GetDouble(), run.Document.Metric(ours).Value);
        }
    }

    [SharedDataTheory]
    [MemberData(nameof(Series))]
    public void Growth_differs_by_counting_calendar_days_and_not_252_to_the_year(string name)
    {
        var (run, theirs) = Load(name);
        var (total, days) = (Value(run, MetricCatalog.TotalReturn), Value(run, MetricCatalog.Days));
        var values = theirs.GetProperty("values");
        var periods = theirs.GetProperty("n").GetInt32();

        AssertClose("cagr", Math.Pow(1 + total, 252d / periods) - 1, values.GetProperty("cagr").GetDouble());
        AssertClose("our cagr", Math.Pow(1 + total, 365.25 / days) - 1, Value(run, MetricCatalog.Cagr));
        AssertClose("our calmar", Value(run, MetricCatalog.Cagr) / Value(run, MetricCatalog.MaxDrawdown), Value(run, MetricCatalog.Calmar));
        Assert.NotEqual(values.GetProperty("cagr").GetDouble(), Value(run, MetricCatalog.Cagr), 1e-8);
    }

    [SharedDataTheory]
    [MemberData(nameof(Series))]
    public void Sharpe_odds_differ_by_the_kurtosis_from_which_they_subtract_three_twice(string name)
    {
        var (run, theirs) = Load(name);
        var (n, ratio) = (theirs.GetProperty("n").GetInt32(), Value(run, MetricCatalog.Sharpe) / Math.Sqrt(252));
        var (skew, excess) = (Value(run, MetricCatalog.Skew), Value(run, MetricCatalog.Kurtosis));
        var printed = theirs.GetProperty("values").GetProperty("probabilistic_sharpe_ratio").GetDouble();

        // Theirs: sample moments, and 3 taken from a kurtosis that is the excess already.
        var spread = 1 + 0.5 * ratio * ratio - skew * ratio + (excess - 3) / 4 * ratio * ratio;
        AssertClose("theirs", MathNet.Numerics.Distributions.Normal.CDF(0, 1, ratio / Math.Sqrt(spread / (n - 1))), printed);
        var ours = Value(run, MetricCatalog.ProbabilisticSharpe);
        Assert.InRange(Math.Abs(ours - printed), 1e-7, 1e-2);
        Assert.Equal(ours, Value(run, MetricCatalog.DeflatedSharpe));
    }

    [SharedDataTheory]
    [MemberData(nameof(Series))]
    public void The_five_worst_drawdowns_are_theirs(string name)
    {
        var (run, theirs) = Load(name);
        var dates = Rows(name).Select(row => row.Date).ToArray();
        var ours = run.Document.Tables.Drawdowns;
        var expected = theirs.GetProperty("worst_drawdowns").EnumerateArray().ToArray();

        Assert.Equal(expected.Length, ours.Count);
        foreach (var (span, fall) in ours.Zip(expected))
        {
            var (start, end) = (After(dates, span.Peak), span.Recovery is { } recovery ? Before(dates, recovery) : dates[^1]);
            AssertClose("depth", -fall.GetProperty("max drawdown").GetDouble() / 100, span.Depth);
            Assert.Equal(fall.GetProperty("start").GetString(), Iso(start));
            Assert.Equal(fall.GetProperty("valley").GetString(), Iso(UtcNanos.ToDateTime(span.Trough)));
            Assert.Equal(fall.GetProperty("end").GetString(), Iso(end));
            Assert.Equal(fall.GetProperty("days").GetDouble(), (end - start).TotalDays + 1);
        }
    }

    [SharedDataFact]
    public void Figures_beside_a_benchmark_agree()
    {
        var (run, theirs) = Load("goog-vs-spy");
        var greeks = theirs.GetProperty("benchmark");
        foreach (var (ours, key) in new[]
        {
            (MetricCatalog.Alpha, "alpha"), (MetricCatalog.Beta, "beta"), (MetricCatalog.RSquared, "r_squared"), (MetricCatalog.Correlation, "correlation"),
            (MetricCatalog.InformationRatio, "information_ratio"), (MetricCatalog.Treynor, "treynor_ratio"),
        })
        {
            AssertClose(key, greeks.GetProperty(key).GetDouble(), run.Document.Metric(ours).Value);
        }
    }

    static double Value(RunReport run, MetricDefinition definition) =>
        run.Document.Metric(definition).Value ?? throw new InvalidOperationException($"{definition.Key}: {run.Document.Metric(definition).Reason}");

    static void AssertClose(string what, double expected, double? actual) =>
        Assert.True(actual is { } value && Math.Abs(value - expected) <= Tolerance * Math.Max(1, Math.Abs(expected)),
            FormattableString.Invariant($"{what}: expected {expected:R}, got {actual:R}"));

    static (RunReport Run, JsonElement Theirs) Load(string name)
    {
        var rows = Rows(name);
        var benchmark = rows[0].Benchmark is null ? null : rows.Select(row => row.Benchmark!.Value).ToArray();
        var run = ReturnRun.Make([.. rows.Select(row => row.Date)], [.. rows.Select(row => row.Return)], benchmark);
        var text = File.ReadAllText(SharedData.Path($"reference/quantstats/{name}.json")).Replace("NaN", "null", StringComparison.Ordinal);
        return (run, JsonDocument.Parse(text).RootElement);
    }

    static (DateTime Date, double Return, double? Benchmark)[] Rows(string name) =>
    [
        .. File.ReadLines(SharedData.Path($"reference/quantstats/{name}.csv")).Skip(1).Select(line => line.Split(',')).Select(cells =>
            (DateTime.SpecifyKind(DateTime.Parse(cells[0], CultureInfo.InvariantCulture), DateTimeKind.Utc), Number(cells[1]),
                cells.Length > 2 ? Number(cells[2]) : (double?)null)),
    ];

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static DateTime After(DateTime[] dates, long time) => dates.First(date => UtcNanos.From(date) + 21 * UtcNanos.Hour > time);

    static DateTime Before(DateTime[] dates, long time) => dates.Last(date => UtcNanos.From(date) + 21 * UtcNanos.Hour < time);

    static string Iso(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
