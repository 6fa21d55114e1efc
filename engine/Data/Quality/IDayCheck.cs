namespace Workbench.Data.Quality;

/// <summary>
/// A look at a tape while it is read: shown each batch in the order of the tape, asked at the end for what it found. It keeps
/// what it needs and nothing that grows with the number of events. <see cref="MoreChecks"/> says which ones a tape gets.
/// </summary>
/// <typeparam name="TBatch"><see cref="TickBatch"/>, <see cref="TradeBatch"/> or <see cref="BarBatch"/>.</typeparam>
public interface IDayCheck<in TBatch>
{
    /// <summary>Looks at a stretch of a batch. The batch is filled anew afterwards.</summary>
    /// <param name="batch">Columns of events.</param>
    /// <param name="from">First event to look at.</param>
    /// <param name="count">How many from there on.</param>
    void See(TBatch batch, int from, int count);

    /// <summary>Called once, behind the last event.</summary>
    IEnumerable<Finding> Finish();
}
