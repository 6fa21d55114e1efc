using Workbench.Model;

namespace Workbench.App;

/// <summary>Shows how far the reading of a tape of any kind is, and lets Ctrl-C stop it.</summary>
/// <param name="count">How many events came so far.</param>
/// <param name="terminal">Where that is shown.</param>
/// <param name="cancel">Stops it.</param>
sealed class Watch(Func<long> count, Terminal terminal, CancellationToken cancel) : ITapeLens
{
    public ICursor<TBatch> Over<TBatch>(ICursor<TBatch> tape) => new WatchedCursor<TBatch>(tape, count, terminal, cancel);
}
