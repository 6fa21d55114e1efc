namespace Workbench.Core;

/// <summary>Whoever cancels stood behind us: the queue ahead shortens only by prints, or when the level holds less than it. The default.</summary>
public sealed record RiskAverseQueue : IQueueModel
{
    /// <summary>The one instance.</summary>
    public static RiskAverseQueue Instance { get; } = new();

    /// <inheritdoc/>
    public decimal Ahead(decimal ahead, decimal before, decimal now) => Math.Min(ahead, now);

    /// <inheritdoc/>
    public override string ToString() => "risk-averse";
}
