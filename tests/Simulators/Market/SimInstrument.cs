namespace Workbench.Simulators.Market;

/// <summary>What can be traded and in which steps.</summary>
/// <param name="Symbol">Name at the venue.</param>
/// <param name="Base">What is bought.</param>
/// <param name="Quote">What it is paid with.</param>
/// <param name="TickSize">Smallest step of a price.</param>
/// <param name="LotStep">Smallest step of a quantity.</param>
/// <param name="MinQty">Smallest quantity of an order.</param>
/// <param name="StartPrice">Middle of the first quote.</param>
public sealed record SimInstrument(
    string Symbol, string Base, string Quote, decimal TickSize, decimal LotStep, decimal MinQty, decimal StartPrice)
{
    /// <summary>Largest quantity of an order.</summary>
    public decimal MaxQty { get; init; } = 9_000_000m;

    /// <summary>Least quantity times price; 0 = no such rule.</summary>
    public decimal MinNotional { get; init; }

    /// <summary>Fee of the side that waited, as a fraction of the amount.</summary>
    public decimal MakerFee { get; init; }

    /// <summary>Fee of the side that took, as a fraction of the amount.</summary>
    public decimal TakerFee { get; init; }

    /// <summary>Size at each level of the first quote.</summary>
    public decimal StartSize { get; init; } = MinQty * 1000;

    public decimal RoundPrice(decimal price) => Math.Round(price / TickSize, MidpointRounding.AwayFromZero) * TickSize;

    public decimal FloorQty(decimal qty) => Math.Floor(qty / LotStep) * LotStep;
}
