using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// Stored data as a feed: event by event in the order of a backtest, each at its own time. A session over it is a backtest that keeps
/// a journal.
/// </summary>
sealed class LakeFeed : IDisposable
{
    readonly List<LakeReading> tapes = [];

    /// <summary>Opens the tapes.</summary>
    /// <param name="history">Where they are stored.</param>
    /// <param name="streams">Of which streams.</param>
    /// <param name="instruments">The session's instruments, by the numbers that inputs give.</param>
    /// <param name="range">Which stretch of time.</param>
    public LakeFeed(IHistory history, IEnumerable<SessionStream> streams, IReadOnlyList<Instrument> instruments, TimeRange range)
    {
        try
        {
            foreach (var stream in streams)
            {
                tapes.Add(LakeReading.Of(history, stream, SessionInstrument.NumberOf(stream.Instrument.Symbol, instruments), range));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Puts all of it into a session, as fast as the session takes it.</summary>
    /// <param name="take">Takes an event and its time.</param>
    /// <param name="cancel">Ends it between two events.</param>
    public void Run(Action<Input, long> take, CancellationToken cancel)
    {
        while (Earliest() is { } next)
        {
            cancel.ThrowIfCancellationRequested();
            take(next.Event(), next.Time);
            next.MoveOn();
        }
    }

    public void Dispose() => tapes.ForEach(tape => tape.Dispose());

    /// <summary>The tape whose event is next; of equal ones the first. Asked at each event, and so without a query.</summary>
    LakeReading? Earliest()
    {
        LakeReading? first = null;
        foreach (var tape in tapes)
        {
            if (tape.Has && (first is null || tape.Precedes(first)))
            {
                first = tape;
            }
        }

        return first;
    }
}
