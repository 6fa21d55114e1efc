using Workbench.Research.Search;

namespace Workbench.Research.Validation;

/// <summary>
/// A stretch of a variant's life, as if it were a run of its own: what is made of returns is made of the stretch's. Figures that need orders or
/// trades are undefined where the run went on before and after, since nobody wrote them down by stretch; a number of trades is then estimated.
/// </summary>
public static class Slice
{
    const string Unknown = "a slice of a run knows its returns alone: --mode restarted measures it";

    /// <summary>The stretch of a run that went on before and after.</summary>
    /// <param name="whole">The run.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="clock">The clock of its returns.</param>
    public static VariantResult Of(VariantResult whole, IReadOnlyList<int> rows, PeriodClock clock) => whole.State != VariantState.Finished ? whole : Cut(whole, rows, clock) with
    {
        Trades = (long)Math.Round((double)whole.Trades * rows.Count / Math.Max(1, whole.Returns.Count)),
        Metrics = Figures(Cut(whole, rows, clock).Returns, clock, whole.Metrics.Keys.ToDictionary(key => key, _ => MetricValue.None(Unknown))),
    };

    /// <summary>The stretch of a run that did nothing outside of it: figures of trades and orders are its own.</summary>
    /// <param name="run">The run.</param>
    /// <param name="rows">Its rows that count.</param>
    /// <param name="clock">The clock of its returns.</param>
    public static VariantResult OfRestarted(VariantResult run, IReadOnlyList<int> rows, PeriodClock clock) => run.State != VariantState.Finished ? run : Cut(run, rows, clock) with
    {
        Metrics = Figures(Cut(run, rows, clock).Returns, clock, new Dictionary<string, MetricValue>(run.Metrics)),
    };

    static VariantResult Cut(VariantResult whole, IReadOnlyList<int> rows, PeriodClock clock) => whole with { Returns = [.. rows.Select(row => whole.Returns[row])] };

    /// <summary>The figures that hang on returns alone, by the formulas of the catalogue, a period for a day.</summary>
    static Dictionary<string, MetricValue> Figures(IReadOnlyList<double> returns, PeriodClock clock, Dictionary<string, MetricValue> into)
    {
        double[] r = [.. returns];
        var root = Math.Sqrt(clock.PerYear);
        into[MetricCatalog.TotalReturn.Key] = ReturnFormulas.Compounded(r);
        into[MetricCatalog.Cagr.Key] = Annual(r, clock);
        into[MetricCatalog.Sharpe.Key] = ReturnFormulas.PeriodSharpe(r).Then(ratio => ratio * root);
        into[MetricCatalog.Sortino.Key] = ReturnFormulas.Sortino(r, 1).Then(ratio => ratio * root);
        into[MetricCatalog.Volatility.Key] = ReturnFormulas.Volatility(r, 1).Then(spread => spread * root);
        into[MetricCatalog.MaxDrawdown.Key] = Drawdown(r);
        into[MetricCatalog.Calmar.Key] = Drawdown(r) == 0d ? MetricValue.None("no drawdown") : Annual(r, clock).Then(annual => annual / Drawdown(r));
        into[MetricCatalog.ProbabilisticSharpe.Key] = SharpeOdds.Probabilistic(r, 0d);
        return into;
    }

    /// <summary>Mean return times the periods of a year. Not compounded: over a short window that would only make large numbers larger.</summary>
    public static MetricValue Annual(ReadOnlySpan<double> returns, PeriodClock clock) =>
        returns.Length == 0 ? MetricValue.None("no period") : Moments.Mean(returns) * clock.PerYear;

    /// <summary>Deepest fall of the line that the returns make, as a share of its peak, looked at at the end of each period.</summary>
    public static double Drawdown(ReadOnlySpan<double> returns)
    {
        var (worth, peak, deepest) = (1d, 1d, 0d);
        foreach (var value in returns)
        {
            worth *= 1d + value;
            peak = Math.Max(peak, worth);
            deepest = Math.Max(deepest, 1d - worth / peak);
        }

        return deepest;
    }
}
