namespace Workbench.App;

/// <summary>Counts trials, each behaviour once: whoever tried it first has it.</summary>
sealed class TrialTally
{
    readonly HashSet<string> known = new(StringComparer.Ordinal);
    readonly HashSet<string> withSharpe = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, long> bySource = new(StringComparer.Ordinal);
    readonly List<double> sharpes = [];

    /// <summary>What was counted.</summary>
    public TrialCount Count => new(known.Count, bySource, sharpes);

    /// <summary>Adds a trial.</summary>
    public void Add(string source, string identity, double? sharpe)
    {
        if (known.Add(identity))
        {
            bySource[source] = bySource.GetValueOrDefault(source) + 1;
        }

        // The first that has one: the same fills over a shorter tape may be too few days for it.
        if (sharpe is { } ratio && withSharpe.Add(identity))
        {
            sharpes.Add(ratio);
        }
    }
}
