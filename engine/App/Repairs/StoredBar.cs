namespace Workbench.App;

/// <summary>A bar as the lake has it: scaled integers, times in UTC nanoseconds.</summary>
readonly record struct StoredBar(long OpenTime, long CloseTime, long Open, long High, long Low, long Close, long Volume);
