namespace Workbench.Research.Validation;

/// <summary>A stop that a strategy had resting on the real tape.</summary>
/// <param name="Symbol">Where.</param>
/// <param name="Price">Its trigger, raw.</param>
/// <param name="Sent">When it was sent, UTC nanoseconds.</param>
public readonly record struct RestingStop(string Symbol, long Price, long Sent);
