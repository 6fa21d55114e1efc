namespace Workbench.Core;

/// <summary>A price level, counted in steps, and what was traded there.</summary>
readonly record struct Rung(long Level, double Size);
