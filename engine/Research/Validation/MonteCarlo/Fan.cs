namespace Workbench.Research.Validation;

/// <summary>How the lines of many repetitions spread over time: for each period the quantiles of what was earned since the start.</summary>
/// <param name="Lines">Low, quarter, median, three quarters, high: a value for each period.</param>
public sealed record Fan(IReadOnlyList<double[]> Lines)
{
    /// <summary>Of returns by period, one list for each repetition; null where there are none. Shorter ones are left out.</summary>
    public static Fan? Of(IReadOnlyList<IReadOnlyList<double>> repetitions)
    {
        var rows = repetitions.Count == 0 ? 0 : repetitions.Max(each => each.Count);
        var worth = repetitions.Where(each => each.Count == rows).Select(_ => 1d).ToArray();
        var returns = repetitions.Where(each => each.Count == rows).ToList();
        if (rows == 0)
        {
            return null;
        }

        double[][] lines = [.. Spread.Shares.Select(_ => new double[rows])];
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < worth.Length; i++)
            {
                worth[i] *= 1d + returns[i][row];
            }

            var spread = Spread.Of(worth)!.Values;
            for (var line = 0; line < lines.Length; line++)
            {
                lines[line][row] = spread[line] - 1d;
            }
        }

        return new Fan(lines);
    }
}
