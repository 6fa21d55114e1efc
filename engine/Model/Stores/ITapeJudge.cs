namespace Workbench.Model;

/// <summary>Looks at a tape while a store writes it, batch by batch and in its order, and then says what to think of it.</summary>
/// <typeparam name="TBatch">The batch.</typeparam>
public interface ITapeJudge<in TBatch>
{
    /// <summary>Shows an event that lies before the tape: what follows in another scale is wrong, and not it.</summary>
    void Prime(TBatch before, int at);

    /// <summary>Shows the next events.</summary>
    void See(TBatch batch, int from, int count);

    /// <summary>Called once, behind the last event: what to think of each stretch.</summary>
    /// <param name="stretches">The stretches that were seen, each with the hash of its numbers.</param>
    IReadOnlyList<StoredQuality> Finish(IReadOnlyList<(TimeRange Range, string Content)> stretches);
}
