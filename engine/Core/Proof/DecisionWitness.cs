namespace Workbench.Core;

/// <summary>Holds a run's decisions against those of the run before, as far as a cut.</summary>
sealed class DecisionWitness(IReadOnlyList<Recorded> expected, long cut) : DecisionSink
{
    int met;

    /// <summary>Decisions that were the same.</summary>
    public int Same => met;

    /// <summary>What was decided before, where the two differ; null where nothing was.</summary>
    public Recorded? Before { get; private set; }

    /// <summary>What is decided now, where the two differ; null where nothing is.</summary>
    public Recorded? Now { get; private set; }

    /// <summary>Whether they differ.</summary>
    public bool Differs { get; private set; }

    /// <summary>The run is over: what was decided before the cut and was not met is missing now.</summary>
    public void Close()
    {
        if (!Differs && Next is { } missing)
        {
            (Differs, Before) = (true, missing);
        }
    }

    /// <summary>The next decision before the cut that is expected.</summary>
    Recorded? Next => met < expected.Count && expected[met].Time < cut ? expected[met] : null;

    protected override void Take(ReadOnlySpan<byte> decided, string tag)
    {
        if (Differs || new OutputRecord(decided).Time >= cut)
        {
            return;
        }

        var next = Next;
        if (next is { } known && known.IsSame(decided, tag))
        {
            met++;
            return;
        }

        (Differs, Before, Now) = (true, next, new Recorded(decided.ToArray(), tag));
    }
}
