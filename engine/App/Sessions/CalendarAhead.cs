using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// The economic calendar of a session on live prices: what was stored of the time to come when the session began, told as it becomes known.
/// The figures of a release are not in it, and no venue tells them.
/// </summary>
static class CalendarAhead
{
    /// <summary>The calendars that a session asks for, a currency each once.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="history">Where calendars are stored.</param>
    /// <param name="instruments">The session's instruments, as the venue has them.</param>
    /// <exception cref="WorkbenchException">Something else than a calendar is to be told, or none is stored.</exception>
    public static IReadOnlyList<Instrument> Of(SessionRequest request, IHistory history, IReadOnlyList<Instrument> instruments) =>
    [
        .. request.Run.Data.Where(data => data.IsNotice)
            .SelectMany(data => TapeRack.CurrenciesOf(history, instruments.FirstOrDefault(instrument => instrument.Symbol == data.Symbol) ?? history.Instrument(data.Symbol)))
            .DistinctBy(currency => currency.Symbol),
    ];

    /// <summary>Opens them behind what the session has heard.</summary>
    public static LakeFeed Open(IHistory history, RunningSession session, SessionRequest request, Terminal terminal)
    {
        var header = session.Built.Header;
        var calendars = header.Streams.Where(stream => stream.Kind.IsNotice()).ToList();
        var from = Math.Max(header.StartNanos + (session.IsBegunAgain ? 0 : request.WarmUpNanos), session.Recorder.Last);
        var ahead = new TimeRange(from, long.MaxValue);
        var told = new LakeFeed(history, calendars.Where(stream => stream.IsStored(history, ahead)), session.Built.Instruments, ahead);
        if (told.Next == long.MaxValue && calendars.Count > 0)
        {
            terminal.Warn("no calendar is stored of the time to come, so none will be told: ./run.sh data import WEEK.csv --format forexfactory-csv");
        }

        // What was announced before is told at the beginning of a stretch. Who begins again or was warmed up has heard it.
        while ((session.IsBegunAgain || request.WarmUpNanos > 0) && told.Next == from)
        {
            told.Take();
        }

        return told;
    }
}
