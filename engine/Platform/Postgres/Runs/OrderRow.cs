namespace Workbench.Platform.Postgres;

/// <summary>An order of a session as it stood at its end, as its table keeps it. Time in UTC nanoseconds.</summary>
public readonly record struct OrderRow(long Sent, long Order, string Instrument, string Side, string Type, decimal Qty, string Status, string Tag, long Script);
