using System.Text.Json.Serialization;

namespace Workbench.Simulators.Oanda;

/// <summary>A trade: units bought or sold at one price, until other fills have closed them.</summary>
public sealed record OandaTrade
{
    /// <summary>The id of the fill that opened it.</summary>
    public required long ID { get; init; }

    public required string Instrument { get; init; }

    public required decimal Price { get; init; }

    public required OandaTime OpenTime { get; init; }

    /// <summary>OPEN or CLOSED.</summary>
    public string State => CurrentUnits == 0 ? "CLOSED" : "OPEN";

    public required decimal InitialUnits { get; init; }

    public required decimal InitialMarginRequired { get; init; }

    public required decimal CurrentUnits { get; init; }

    public decimal RealizedPL { get; init; }

    /// <summary>At the last price; only of open trades.</summary>
    public decimal? UnrealizedPL { get; init; }

    public decimal? MarginUsed { get; init; }

    public decimal? AverageClosePrice { get; init; }

    public IReadOnlyList<long>? ClosingTransactionIDs { get; init; }

    public decimal Financing { get; init; }

    public OandaTime? CloseTime { get; init; }

    public ClientExtensions? ClientExtensions { get; init; }

    public OandaOrder? TakeProfitOrder { get; init; }

    public OandaOrder? StopLossOrder { get; init; }

    public OandaOrder? TrailingStopLossOrder { get; init; }

    [JsonIgnore]
    public bool IsOpen => CurrentUnits != 0;

    [JsonIgnore]
    public bool IsLong => InitialUnits > 0;
}
