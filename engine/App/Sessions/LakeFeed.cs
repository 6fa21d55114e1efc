using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// Stored data as a feed: event by event in the order of a backtest, each at its own time, as fast as the session takes them. A
/// session over it is a backtest that keeps a journal.
/// </summary>
sealed class LakeFeed(IHistory history, IReadOnlyList<SessionStream> streams, IReadOnlyList<Instrument> instruments, TimeRange range)
{
    /// <summary>Puts all of it into a session.</summary>
    /// <param name="take">Takes an event and its time.</param>
    /// <param name="cancel">Ends it between two events.</param>
    public void Run(Action<Input, long> take, CancellationToken cancel)
    {
        var tapes = streams.Select(stream => LakeReading.Of(history, stream, IndexOf(stream.Instrument.Symbol), range)).ToList();
        try
        {
            while (Earliest(tapes) is { } next)
            {
                cancel.ThrowIfCancellationRequested();
                take(next.Event(), next.Time);
                next.MoveOn();
            }
        }
        finally
        {
            tapes.ForEach(tape => tape.Dispose());
        }
    }

    /// <summary>The tape whose event is next; at one instant the first of them. Asked at each event, and so without a query.</summary>
    static LakeReading? Earliest(List<LakeReading> tapes)
    {
        LakeReading? first = null;
        foreach (var tape in tapes)
        {
            if (tape.Has && (first is null || tape.Time < first.Time))
            {
                first = tape;
            }
        }

        return first;
    }

    int IndexOf(string symbol)
    {
        for (var i = 0; i < instruments.Count; i++)
        {
            if (instruments[i].Symbol == symbol)
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The session has no instrument {symbol}.");
    }
}
