namespace Workbench.Simulators.Market;

/// <summary>An order at one moment. The exchange replaces it at each change, so one that was handed out never changes.</summary>
public sealed record SimOrder(long Id, SimTicket Ticket, DateTimeOffset Created)
{
    public string Account => Ticket.Account;

    public string Symbol => Ticket.Symbol;

    public SimSide Side => Ticket.Side;

    public SimOrderKind Kind => Ticket.Kind;

    public required string ClientId { get; init; }

    public required decimal Qty { get; init; }

    public decimal? Price { get; init; }

    public decimal? StopPrice { get; init; }

    public decimal CumQty { get; init; }

    /// <summary>What was paid or received so far: the sum of quantity times price.</summary>
    public decimal CumQuote { get; init; }

    public SimOrderState State { get; init; }

    public SimEnd End { get; init; }

    /// <summary>Whether it waits for its trigger no more (true from the start where it has none).</summary>
    public bool IsTriggered { get; init; }

    /// <summary>Of a trailing stop: whether it follows.</summary>
    public bool IsActive { get; init; }

    public DateTimeOffset Updated { get; init; }

    /// <summary>When it came into the book; null where it never did.</summary>
    public DateTimeOffset? WorkingSince { get; init; }

    public decimal LeavesQty => Qty - CumQty;

    public decimal AvgPrice => CumQty == 0 ? 0 : CumQuote / CumQty;

    public bool IsOpen => State is SimOrderState.New or SimOrderState.PartiallyFilled;

    /// <summary>Whether it waits in the book.</summary>
    public bool IsResting => IsOpen && IsTriggered && Price is not null && WorkingSince is not null;

    /// <summary>Place in time among those at its price.</summary>
    internal long Arrival { get; init; }

    /// <summary>Best price that a trailing stop has seen.</summary>
    internal decimal? Best { get; init; }

    /// <summary>What others had waiting at its price when it came.</summary>
    internal decimal QueueAhead { get; init; }
}
