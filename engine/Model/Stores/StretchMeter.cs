namespace Workbench.Model;

/// <summary>Goes along while a stretch of a tape is written or read, and knows at its end what a store must know of it.</summary>
/// <typeparam name="TBatch">The batch.</typeparam>
/// <param name="layout">How the batch lies in columns.</param>
/// <param name="gaps">What counts as a gap; null where nobody wants to know.</param>
public sealed class StretchMeter<TBatch>(ITapeShape<TBatch> layout, GapFinder? gaps) : IDisposable
{
    readonly ContentHash content = new(layout.Shape.Count);
    readonly SortedSet<string> sources = new(StringComparer.Ordinal);
    readonly List<TimeRange> found = [];
    long first;
    long last;
    long until;

    /// <summary>Events so far.</summary>
    public long Count { get; private set; }

    /// <summary>Adds events of a batch, after <see cref="ITapeShape{TBatch}.Leave"/>.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="from">First of them.</param>
    /// <param name="count">How many; at least 1.</param>
    /// <param name="source">Where they come from.</param>
    public void Add(TBatch batch, int from, int count, string source)
    {
        sources.UnionWith(TapeSource.Parts(source));
        Note(layout.Column(batch, 0).AsSpan(from, count), layout.Column(batch, layout.Until).AsSpan(from, count));
        layout.Hash(content, batch, from, count);
    }

    /// <summary>What the stretch came to.</summary>
    public StoredStretch Finish() => new()
    {
        Count = Count, First = first, Last = last, Until = until, Content = content.Finish(), Source = TapeSource.Join(sources), Gaps = found,
    };

    /// <inheritdoc/>
    public void Dispose() => content.Dispose();

    void Note(ReadOnlySpan<long> times, ReadOnlySpan<long> ends)
    {
        if (Count == 0)
        {
            (first, until) = (times[0], times[0]);
        }

        for (var i = 0; i < times.Length; i++)
        {
            if (gaps?.IsGap(until, times[i]) == true)
            {
                found.Add(new TimeRange(until, times[i]));
            }

            until = ends[i];
        }

        last = times[^1];
        Count += times.Length;
    }
}
