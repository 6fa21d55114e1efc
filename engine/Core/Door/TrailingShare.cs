namespace Workbench.Core;

/// <summary>Mean of a share over the measures of the last five minutes. Sums of decimals are exact, so that it is the same wherever it is computed.</summary>
sealed class TrailingShare
{
    const long Span = 5 * UtcNanos.Minute;

    readonly Queue<(long Time, decimal Share)> measures = new();
    decimal sum;

    /// <summary>Takes a measure.</summary>
    /// <returns>The mean with it. One that is five minutes old counts no more.</returns>
    public decimal Take(long time, decimal share)
    {
        measures.Enqueue((time, share));
        sum += share;
        while (measures.Peek().Time <= time - Span)
        {
            sum -= measures.Dequeue().Share;
        }

        return sum / measures.Count;
    }
}
