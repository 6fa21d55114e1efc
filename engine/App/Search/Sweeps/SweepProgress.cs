namespace Workbench.App;

/// <summary>How far a sweep is, for whoever looks from another thread.</summary>
/// <param name="total">Variants in all; at most so many where the method learns.</param>
sealed class SweepProgress(long total)
{
    const int Shown = 5;

    readonly long begun = TimeProvider.System.GetTimestamp();
    long done;
    volatile IReadOnlyList<SweepRow> best = [];

    /// <summary>Variants in all.</summary>
    public long Total => total;

    /// <summary>Variants that were done before.</summary>
    public long Kept { get; private set; }

    /// <summary>Variants that are done, those from before among them.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>The best so far.</summary>
    public IReadOnlyList<SweepRow> Best => best;

    /// <summary>Seconds since it began.</summary>
    public double Seconds => TimeProvider.System.GetElapsedTime(begun).TotalSeconds;

    /// <summary>Variants in a second, those from before left out.</summary>
    public double Rate => Seconds > 0d ? (Done - Kept) / Seconds : 0d;

    /// <summary>Seconds that the rest may take; null before anything is known of it.</summary>
    public double? Left => Rate > 0d ? (Total - Done) / Rate : null;

    /// <summary>A variant is done.</summary>
    public void Step() => Interlocked.Increment(ref done);

    /// <summary>So many are done: others run them, and somebody looks now and then.</summary>
    public void At(long done) => Interlocked.Exchange(ref this.done, done);

    /// <summary>A batch was done before.</summary>
    public void Keep(int variants)
    {
        Kept += variants;
        Interlocked.Add(ref done, variants);
    }

    /// <summary>A batch is whole.</summary>
    public void Rank(IEnumerable<SweepRow> rows) => best = [.. SweepRow.Ranked(best.Concat(rows)).Take(Shown)];
}
