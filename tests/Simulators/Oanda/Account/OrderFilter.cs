namespace Workbench.Simulators.Oanda;

/// <summary>Which orders, or trades, a list call asks for.</summary>
sealed record OrderFilter
{
    public IReadOnlySet<string>? IDs { get; init; }

    /// <summary>PENDING, FILLED, TRIGGERED, CANCELLED, ALL; of trades OPEN, CLOSED, ALL.</summary>
    public required string State { get; init; }

    public string? Instrument { get; init; }

    public int Count { get; init; } = 50;

    /// <summary>The highest id to be told.</summary>
    public long? BeforeID { get; init; }

    public string Query => $"state={State}&count={Count}" + (Instrument is null ? "" : $"&instrument={Instrument}");

    public bool Takes(OandaOrder order, string instrument) => Takes(order.ID, order.State.ToString().ToUpperInvariant(), instrument);

    public bool Takes(OandaTrade trade) => Takes(trade.ID, trade.State, trade.Instrument);

    bool Takes(long id, string state, string instrument) =>
        (State == "ALL" || State == state) && (Instrument is null || Instrument == instrument)
        && (BeforeID is null || id <= BeforeID) && (IDs is null || IDs.Contains(id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
