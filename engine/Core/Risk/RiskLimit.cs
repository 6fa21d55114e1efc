namespace Workbench.Core;

/// <summary>How far a figure may go, when that is said, and what is done beyond.</summary>
/// <param name="Limit">Largest figure that is allowed, in the rule's unit, above 0. A loss has reached its limit when it equals it.</param>
/// <param name="Action">What is done beyond it. Default: what the rule's nature asks for, see <see cref="RiskTerms"/>.</param>
/// <param name="WarnAt">Share of the limit, above 0 and up to 1, from which on the figure is warned of. Default 0.8.</param>
public sealed record RiskLimit(decimal Limit, RiskAction? Action = null, decimal WarnAt = 0.8m)
{
    /// <summary>The figure from which on is warned.</summary>
    public decimal Warning => Limit * WarnAt;
}
