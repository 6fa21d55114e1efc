using Workbench.Research.Search;

namespace Workbench.Research.Validation;

/// <summary>The rows of a matrix of returns in time: row i covers what happened from <c>Begins[i]</c> to <c>Ends[i]</c>, both ends in.</summary>
/// <param name="Begins">UTC nanoseconds, rising.</param>
/// <param name="Ends">UTC nanoseconds, rising, each after its beginning.</param>
public sealed record RowSpans(IReadOnlyList<long> Begins, IReadOnlyList<long> Ends)
{
    /// <summary>Rows.</summary>
    public int Count => Ends.Count;

    /// <summary>From the first row's beginning to the last one's end.</summary>
    public long Length => Count == 0 ? 0 : Ends[^1] - Begins[0];

    /// <summary>The periods of a clock: each begins where the one before ended, the first where the data begin.</summary>
    public static RowSpans Of(PeriodClock clock, long from) =>
        new([.. clock.Ends.Select((end, i) => i > 0 ? clock.Ends[i - 1] : Math.Min(from, end - 1))], clock.Ends);

    /// <summary>First row that ends after an instant; the count where none does.</summary>
    public int FirstEndingAfter(long time)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Ends[middle] <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
