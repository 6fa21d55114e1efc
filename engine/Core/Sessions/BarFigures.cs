namespace Workbench.Core;

/// <summary>A bar that closed, raw.</summary>
public sealed record BarFigures(long OpenTime, long CloseTime, long Open, long High, long Low, long Close, long Volume);
