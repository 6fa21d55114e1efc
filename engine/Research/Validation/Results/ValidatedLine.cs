using Workbench.Research.Search;

namespace Workbench.Research.Validation;

/// <summary>Out-of-sample returns in the order of time, each row once: a stitched walk-forward, or one path of a cross-validation.</summary>
/// <param name="Name">stitched, or path 1, 2, …</param>
/// <param name="Ends">End of each period, UTC nanoseconds.</param>
/// <param name="Returns">Its return.</param>
public sealed record ValidatedLine(string Name, IReadOnlyList<long> Ends, IReadOnlyList<double> Returns)
{
    /// <summary>All returns compounded.</summary>
    public double TotalReturn => ReturnFormulas.Compounded([.. Returns]);

    /// <summary>Deepest fall, as a share of the peak, looked at at the end of each period.</summary>
    public double Drawdown => Slice.Drawdown([.. Returns]);

    /// <summary>Sharpe ratio, annual.</summary>
    public MetricValue Sharpe(PeriodClock clock) => ReturnFormulas.PeriodSharpe([.. Returns]).Then(ratio => ratio * Math.Sqrt(clock.PerYear));

    /// <summary>Pieces of splits laid behind each other.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="rows">The rows in time.</param>
    /// <param name="pieces">Rows and their returns, in any order.</param>
    public static ValidatedLine Of(string name, RowSpans rows, IEnumerable<(int Row, double Return)> pieces)
    {
        (int Row, double Return)[] sorted = [.. pieces.OrderBy(piece => piece.Row)];
        return new ValidatedLine(name, [.. sorted.Select(piece => rows.Ends[piece.Row])], [.. sorted.Select(piece => piece.Return)]);
    }
}
