namespace Workbench.App;

/// <summary>How often each fault happened.</summary>
sealed class StormFaults
{
    readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>The counts, by name.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>One more of a kind.</summary>
    public void Note(string fault, long times = 1) => counts[fault] = counts.GetValueOrDefault(fault) + times;

    /// <summary>Those of another run too.</summary>
    public void Add(StormFaults other)
    {
        foreach (var (fault, times) in other.counts)
        {
            Note(fault, times);
        }
    }
}
