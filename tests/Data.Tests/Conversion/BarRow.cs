namespace Workbench.Data.Tests.Conversion;

readonly record struct BarRow(long OpenTime, long CloseTime, long Open, long High, long Low, long Close, long Volume);
