using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Shows a new session the recent past from the lake, through the handlers that hear of the present: indicators are ready when trading begins.</summary>
sealed class WarmUp(IHistory history, Terminal terminal)
{
    /// <summary>The stretch that a session is shown; null where it is shown none. A session that goes on has had it.</summary>
    public static TimeRange? RangeOf(RunningSession session, SessionRequest request)
    {
        var start = session.Built.Header.StartNanos;
        return request.WarmUpNanos == 0 || session.IsBegunAgain ? null : new TimeRange(start, start + request.WarmUpNanos);
    }

    /// <summary>Shows it, where it was asked for and is there.</summary>
    public void Show(RunningSession session, SessionRequest request)
    {
        if (RangeOf(session, request) is not { } range)
        {
            return;
        }

        var streams = session.Built.Header.Streams.Where(stream => stream.IsStored(history, range)).ToList();
        if (streams.Count == 0)
        {
            terminal.Warn("no stored ticks lie in the warm-up's stretch: the script begins cold");
            return;
        }

        // The session's clock begins in the past and runs through it at the times of what was stored.
        long shown = 0;
        session.Recorder.Take(session.Built.Session, Input.Operator(OperatorCommand.WarmUp, UtcNanos.ToIso(range.From)), range.From);
        using var past = new LakeFeed(history, streams, session.Built.Instruments, range);
        past.Run((input, time) =>
        {
            session.Recorder.Take(session.Built.Session, in input, time);
            if (input.Body is INotice notice)
            {
                session.Told.Add(notice);
            }

            shown++;
        }, CancellationToken.None);
        session.Recorder.Take(session.Built.Session, Input.Operator(OperatorCommand.Trade, ""), range.To);
        terminal.Progress(FormattableString.Invariant($"warmed up with {shown:N0} stored events"));
    }
}
