namespace Workbench.Simulators;

/// <summary>What can go wrong on demand. The same list for every venue; how it looks on the wire is the venue's own.</summary>
public enum FaultKind
{
    /// <summary>The next order, cancel or amendment is done, and the connection breaks before the answer.</summary>
    DropAckAfterAccept,

    /// <summary>The next fill is told twice.</summary>
    DuplicateFill,

    /// <summary>The answer to the next order comes after the event of its fill. Value: how many milliseconds after, 100 if none.</summary>
    FillBeforeAck,

    /// <summary>The next two order events are told in reverse.</summary>
    OutOfOrderStatus,

    /// <summary>The next change of a book is not told.</summary>
    BookGap,

    /// <summary>The sequence of the books begins anew.</summary>
    BookReset,

    /// <summary>Streams that are open now fall silent and stay open.</summary>
    HeartbeatStop,

    /// <summary>The next message of a stream breaks off within its frame.</summary>
    CloseMidFrame,

    /// <summary>The next calls are over the limit. Value: seconds to wait, 1 if none.</summary>
    TooManyRequests,

    /// <summary>The next calls come from a banned address. Value: seconds to wait, 120 if none.</summary>
    Banned,

    /// <summary>The next order, cancel or amendment is done, and the answer is a server error.</summary>
    ServerErrorWithOrderAccepted,

    /// <summary>The venue's clock runs ahead until the fault is cleared. Value: seconds, 90 if none.</summary>
    ClockAhead,

    /// <summary>The next calls, and the streams that are open now, meet a key or token that is valid no more.</summary>
    TokenExpired,

    /// <summary>The next calls find the venue closed.</summary>
    Maintenance,

    /// <summary>Half of an order is filled just before its cancel is done.</summary>
    PartialFillThenCancelRace,

    /// <summary>Half of an order is filled just before it is amended.</summary>
    AmendFillRace,

    /// <summary>The next calls are answered late. Value: milliseconds, 1000 if none.</summary>
    Delay,

    /// <summary>A fault of one venue alone; which one is told in the README. Armed by its own name.</summary>
    Venue,

    /// <summary>Providers: the next calls are answered with a bare status. Value: which, 500 if none.</summary>
    Status,

    /// <summary>Providers: half of the next body, then nothing, and the connection stays open. Value: milliseconds until it breaks, 60,000 if none.</summary>
    Stall,

    /// <summary>Providers: half of the next body, then the connection breaks.</summary>
    CutBody,

    /// <summary>Providers: half of the next body, and a length that says it is all.</summary>
    HalfBody,

    /// <summary>Providers: the next calls are answered with a page for people, status 200.</summary>
    HtmlPage,

    /// <summary>Providers: the next answers are right and call themselves something else.</summary>
    WrongType,

    /// <summary>Providers: the next body comes a few bytes at a time. Value: bytes in 20 ms, 64 if none.</summary>
    SlowDrip,

    /// <summary>Providers: until faults are cleared, the first price of each answer is another one. Value: points that it lies higher, 1 if none.</summary>
    ChangedPast,
}
