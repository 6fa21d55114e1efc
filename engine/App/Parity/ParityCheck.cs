using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Holds a recorded session against itself, run again, and against the plain backtest of the same stretch.</summary>
sealed class ParityCheck(Workspace workspace, IHistory history, Action<WorkbenchException> stuck)
{
    /// <summary>Stretch before a decision in which the prices of both are compared.</summary>
    const long Look = UtcNanos.Minute;

    readonly Dictionary<string, Instrument> stored = [];

    /// <summary>Checks it.</summary>
    /// <param name="folder">The session.</param>
    /// <param name="tolerance">How far apart in time two decisions that are the same may be, nanoseconds.</param>
    public ParityReport Of(SessionFolder folder, long tolerance)
    {
        var header = Replayer.HeaderOf(folder);
        var session = new List<DecidedOrder>();
        long last;
        try
        {
            using var built = BuiltSession.Of(workspace, header, folder.Path, null, stuck);
            built.Sink.Ended = order => session.Add(DecidedOrder.Of(order));
            var past = Replayer.Run(folder, built);
            past.Finish(folder.IsEnded);
            last = past.Last;
        }
        catch (WorkbenchException differs) when (SessionErrors.IsReplayDifference(differs))
        {
            return new ParityReport { ReplayIdentical = false, FirstDifference = differs.Message };
        }

        var range = new TimeRange(header.StartNanos, last + 1);
        var isStored = header.Streams.All(stream => IsHeard(header, stream) || stream.IsStored(history, range));
        var backtest = Backtest(folder, header, range, isStored);
        var prices = new HeardPrices(folder, header, isStored ? history : null, range);
        var match = new DecisionMatch(tolerance, (symbol, time) => prices.AreAlike(symbol, time - Look, time));
        var matched = match.Match([.. session.OrderBy(static one => (one.Time, one.Number))], [.. backtest.OrderBy(static one => (one.Time, one.Number))]);
        return new ParityReport
        {
            ReplayIdentical = true,
            Decisions = session.Count + backtest.Count - matched,
            Matched = matched,
            Differences = match.Differences,
            Prices = isStored ? "the lake" : "the session's own journal: the lake does not hold that stretch",
        };
    }

    /// <summary>What a session on live prices was told came in when a source was asked, and not when it was published: the store knows nothing of that.</summary>
    static bool IsHeard(SessionHeader header, SessionStream stream) => stream.Kind.IsNotice() && header.Feed != "lake";

    List<DecidedOrder> Backtest(SessionFolder folder, SessionHeader header, TimeRange range, bool isStored)
    {
        var decisions = new List<DecidedOrder>();
        using var parts = BuiltSession.Of(workspace, header, folder.Path, null, stuck);
        var sink = new SessionSink(null) { Ended = order => decisions.Add(DecidedOrder.Of(order)) };
        IReadOnlyList<Tape> tapes = [.. header.Streams.Select(stream => TapeOf(folder, stream, parts, range, isStored && !IsHeard(header, stream)))];
        var engine = new Engine(parts.Config with { Mode = RunMode.Backtest, Range = parts.Config.Range with { To = Math.Max(range.To, parts.Config.Range.To) } }, parts.FreshStrategies(), tapes, sink);
        engine.Run(until: range.To);
        return decisions;
    }

    Tape TapeOf(SessionFolder folder, SessionStream stream, BuiltSession parts, TimeRange range, bool isStored)
    {
        var market = parts.Instruments.Select((instrument, i) => (instrument, i)).First(each => each.instrument.Symbol == stream.Instrument.Symbol);
        if (!isStored)
        {
            var heard = new JournalTapes(folder, market.i, market.instrument);
            return stream.Kind switch
            {
                DataKind.News => Tape.OfNews(heard.Notices<News>()),
                DataKind.Calendar => Tape.OfCalendar(heard.Notices<CalendarEvent>()),
                DataKind.Sentiment => Tape.OfSentiment(heard.Notices<Sentiment>()),
                DataKind.Trades => Tape.OfTrades(heard.Trades()),
                DataKind.Depth => Tape.OfDepth(heard.Depth()),
                _ => Tape.OfTicks(heard.Ticks(), stream.RatesOnly),
            };
        }

        var instrument = InstrumentOf(stream.Instrument.Symbol);
        return stream.Kind switch
        {
            DataKind.Ticks => Tape.OfTicks(history.Ticks(instrument, range), stream.RatesOnly),
            DataKind.Trades => Tape.OfTrades(history.Trades(instrument, range)),
            DataKind.Depth => Tape.OfDepth(history.Depth(instrument, range)),
            DataKind.News => Tape.OfNews(history.News(instrument, range)),
            DataKind.Calendar => Tape.OfCalendar(history.Calendar(instrument, range)),
            DataKind.Sentiment => Tape.OfSentiment(history.Sentiment(instrument, range)),
            _ => Tape.OfBars(history.Bars(instrument, stream.Spec(), range), stream.Spec(), stream.RatesOnly),
        };
    }

    /// <summary>The lake's own instrument, one for all of its streams: they are one market.</summary>
    Instrument InstrumentOf(string symbol) => stored.TryGetValue(symbol, out var known) ? known : stored[symbol] = history.Instrument(symbol);
}
