namespace Workbench.Core;

/// <summary>Swap from an instant until the next one of its table. As traders write it: positive is received, negative paid.</summary>
/// <param name="From">First instant it is in force, UTC nanoseconds.</param>
/// <param name="Long">For what was bought.</param>
/// <param name="Short">For what was sold.</param>
public readonly record struct SwapRate(long From, decimal Long, decimal Short);
