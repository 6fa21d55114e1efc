using System.Text.Json.Serialization;

namespace Workbench.Simulators.Oanda;

/// <summary>What can be traded, and its rules.</summary>
public sealed record OandaInstrument
{
    /// <summary>Base and quote currency, as EUR_USD.</summary>
    public required string Name { get; init; }

    /// <summary>CURRENCY, CFD or METAL.</summary>
    public string Type { get; init; } = "CURRENCY";

    public required string DisplayName { get; init; }

    public int PipLocation { get; init; } = -4;

    /// <summary>Decimals of a price.</summary>
    public int DisplayPrecision { get; init; } = 5;

    public int TradeUnitsPrecision { get; init; }

    public decimal MinimumTradeSize { get; init; } = 1;

    public decimal MaximumTrailingStopDistance { get; init; } = 1.00000m;

    public decimal MinimumTrailingStopDistance { get; init; } = 0.00050m;

    /// <summary>0 is no limit.</summary>
    public decimal MaximumPositionSize { get; init; }

    public decimal MaximumOrderUnits { get; init; } = 100_000_000;

    public decimal MarginRate { get; init; } = 0.05m;

    /// <summary>Charged for this many units; none on spread-only accounts.</summary>
    public OandaCommission? Commission { get; init; }

    /// <summary>Earned in a year of 365 days on a long trade's value; negative costs.</summary>
    [JsonIgnore]
    public decimal LongRate { get; init; }

    /// <summary>The same of a short trade.</summary>
    [JsonIgnore]
    public decimal ShortRate { get; init; }

    /// <summary>Middle of its first price.</summary>
    [JsonIgnore]
    public decimal StartPrice { get; init; } = 1m;

    /// <summary>Units at each step of its first price.</summary>
    [JsonIgnore]
    public decimal Depth { get; init; } = 1_000_000m;

    [JsonIgnore]
    public string Base => Name[..Name.IndexOf('_')];

    [JsonIgnore]
    public string Quote => Name[(Name.IndexOf('_') + 1)..];

    public decimal Price(decimal value) => value.Scaled(DisplayPrecision);

    public decimal Units(decimal value) => value.Scaled(TradeUnitsPrecision);
}
