namespace Workbench.Core;

/// <summary>One thing that came in through the Door of a session: stamped, numbered and journaled before anyone acts on it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Market">Which of the session's instruments it is of, from 0; 0 where it is of none.</param>
/// <param name="EventTime">When it happened where it came from, UTC nanoseconds; 0 where nobody says.</param>
/// <param name="A">Bid, price or first figure, raw.</param>
/// <param name="B">Ask, size or second figure, raw.</param>
/// <param name="C">Size at the bid, raw.</param>
/// <param name="D">Size at the ask, raw.</param>
/// <param name="Body">What does not fit into figures; never changed after.</param>
public readonly record struct Input(InputKind Kind, int Market, long EventTime, long A, long B, long C, long D, object? Body)
{
    /// <summary>Whether it came from a market or is told of one; else a venue, a person or the clock spoke.</summary>
    public bool IsFeed => Kind is <= InputKind.Depth or >= InputKind.News;

    /// <summary>When it came in, UTC nanoseconds: the time of all that follows from it. It never runs backwards.</summary>
    public long Time { get; init; }

    /// <summary>A change of the best bid or ask.</summary>
    public static Input Tick(int market, long eventTime, long bid, long ask, long bidSize, long askSize) =>
        new(InputKind.Tick, market, eventTime, bid, ask, bidSize, askSize, null);

    /// <summary>A print.</summary>
    public static Input Trade(int market, long eventTime, long price, long size, Side aggressor) =>
        new(InputKind.Trade, market, eventTime, price, size, (long)aggressor, 0, null);

    /// <summary>A bar that closed.</summary>
    public static Input Bar(int market, BarFigures bar) => new(InputKind.Bar, market, bar.CloseTime, 0, 0, 0, 0, bar);

    /// <summary>A message of an order book.</summary>
    public static Input Depth(int market, long eventTime, IReadOnlyList<DepthChange> rows) => new(InputKind.Depth, market, eventTime, 0, 0, 0, 0, rows);

    /// <summary>Something that became known.</summary>
    public static Input Notice(int market, INotice notice) => new(KindOf(notice), market, notice.TimeNanos, 0, 0, 0, 0, notice);

    /// <summary>An instant is reached.</summary>
    public static Input Clock(long time) => new(InputKind.Clock, 0, time, 0, 0, 0, 0, null);

    /// <summary>A venue spoke of an order.</summary>
    public static Input Report(VenueReport report) => new(InputKind.Report, 0, report.TransactTime, 0, 0, 0, 0, report);

    /// <summary>How a command fared.</summary>
    public static Input Sent(VenueCommand command, SendResult result) =>
        new(InputKind.Sent, 0, 0, command.ClientOrderId, (long)command.Kind, (long)result.Outcome, 0, result.Text);

    /// <summary>Where an order stands; null where the venue has none such.</summary>
    public static Input Found(VenueCommand query, VenueOrder? order) => new(InputKind.Found, 0, 0, query.ClientOrderId, query.AskedNanos, 1, 0, order);

    /// <summary>The venue could not be asked where an order stands.</summary>
    public static Input NotFound(VenueCommand query, string why) => new(InputKind.Found, 0, 0, query.ClientOrderId, query.AskedNanos, 0, 0, why);

    /// <summary>What works and what is held.</summary>
    public static Input Audit(VenueCommand asked, VenueState state) => new(InputKind.Audit, 0, 0, 0, asked.AskedNanos, 1, 0, state);

    /// <summary>The venue could not be asked what works and what is held.</summary>
    public static Input NoAudit(VenueCommand asked, string why) => new(InputKind.Audit, 0, 0, 0, asked.AskedNanos, 0, 0, why);

    /// <summary>Money came or went.</summary>
    public static Input Cash(string id, Money amount, string kind) => new(InputKind.Cash, 0, 0, 0, 0, 0, 0, new CashNotice(id, amount, kind));

    /// <summary>A connection came, went or lost something.</summary>
    public static Input Link(LinkKind link, LinkState state, string text) => new(InputKind.Link, 0, 0, (long)link, (long)state, 0, 0, text);

    /// <summary>A person spoke.</summary>
    public static Input Operator(OperatorCommand command, string text) => new(InputKind.Operator, 0, 0, (long)command, 0, 0, 0, text);

    /// <summary>Stored prices have ended.</summary>
    /// <param name="to">End of the stretch they covered, UTC nanoseconds.</param>
    public static Input FeedEnded(long to) => new(InputKind.Operator, 0, 0, (long)OperatorCommand.FeedEnded, to, 0, 0, "");

    /// <summary>Something for the journal alone.</summary>
    public static Input Note(string text) => new(InputKind.Note, 0, 0, 0, 0, 0, 0, text);

    static InputKind KindOf(INotice notice) => notice switch
    {
        News => InputKind.News,
        CalendarEvent => InputKind.Calendar,
        Sentiment => InputKind.Sentiment,
        _ => throw new InvalidOperationException($"Nobody tells a session of a {notice.GetType().Name}."),
    };
}
