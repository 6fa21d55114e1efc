namespace Workbench.Core;

/// <summary>Money that came or went without a trade of ours.</summary>
/// <param name="Id">The venue's id of it: what is booked once.</param>
/// <param name="Amount">Signed amount.</param>
/// <param name="Kind">The venue's word for it.</param>
public sealed record CashNotice(string Id, Money Amount, string Kind);
