namespace Workbench.Data.Quality;

/// <summary>How well the minutes of two sources go together.</summary>
/// <param name="Minutes">Minutes in common.</param>
/// <param name="Returns">Pairs of minutes in common that follow each other.</param>
/// <param name="Correlation">Pearson's, of the returns.</param>
/// <param name="Difference">Mean distance of prices; NaN without minutes.</param>
/// <param name="Ratio">Mean of the one over that of the other; NaN without minutes.</param>
readonly record struct ShiftScore(int Minutes, int Returns, double Correlation, double Difference, double Ratio)
{
    public static ShiftScore Of(ReadOnlySpan<double> ours, ReadOnlySpan<double> theirs)
    {
        var (minutes, returns) = (0, 0);
        double distance = 0, one = 0, other = 0, products = 0, squares = 0, otherSquares = 0;
        var last = -2;
        for (var at = 0; at < ours.Length; at++)
        {
            if (double.IsNaN(ours[at]) || double.IsNaN(theirs[at]))
            {
                continue;
            }

            minutes++;
            distance += Math.Abs(ours[at] - theirs[at]);
            (one, other) = (one + ours[at], other + theirs[at]);
            if (last == at - 1)
            {
                var (mine, its) = ((ours[at] / ours[last]) - 1, (theirs[at] / theirs[last]) - 1);
                (products, squares, otherSquares) = (products + (mine * its), squares + (mine * mine), otherSquares + (its * its));
                returns++;
            }

            last = at;
        }

        // Returns of a minute have no mean worth the name, so none is taken off.
        var scale = Math.Sqrt(squares * otherSquares);
        return new ShiftScore(minutes, returns, scale > 0 ? products / scale : 0, minutes > 0 ? distance / minutes : double.NaN, one / other);
    }
}
