namespace Workbench.Simulators.Market;

/// <summary>A change of an open order in place: it keeps its id. What is null stays as it is.</summary>
public sealed record SimAmendment(string Account, long OrderId)
{
    public decimal? Qty { get; init; }

    public decimal? Price { get; init; }

    public decimal? StopPrice { get; init; }

    public string? ClientId { get; init; }

    /// <summary>Whether the order goes behind those that wait at its price even where only its quantity fell.</summary>
    public bool LosesPriority { get; init; }
}
