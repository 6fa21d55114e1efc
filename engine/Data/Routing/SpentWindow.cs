namespace Workbench.Data.Routing;

/// <summary>What was spent of a limit within one of its windows.</summary>
/// <param name="Window">Which window, counted from 1970.</param>
/// <param name="Spent">How much.</param>
public sealed record SpentWindow(long Window, int Spent);
