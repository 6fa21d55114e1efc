namespace Workbench.Research.Compare;

/// <summary>An execution, as a comparison of modes takes it.</summary>
/// <param name="Time">When, UTC nanoseconds.</param>
/// <param name="Instrument">Symbol.</param>
/// <param name="Side">Bought or sold.</param>
/// <param name="Qty">Units, positive.</param>
/// <param name="Price">In quote currency.</param>
/// <param name="Tag">The order's tag.</param>
public sealed record ComparedFill(long Time, string Instrument, Side Side, decimal Qty, decimal Price, string Tag);
