namespace Workbench.App.Cells;

/// <summary>A line of the ledger of promotions.</summary>
/// <param name="Id">Name of the promotion.</param>
/// <param name="Event">What happened: promoted, refused, started or demoted.</param>
/// <param name="To">The rung.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Who">Who did it, as the system knows them.</param>
/// <param name="Script">The script; null where the line names none.</param>
/// <param name="Run">The run; null where the line names none.</param>
public sealed record PromotionLine(string Id, string Event, string To, string Time, string Who, string? Script, string? Run);
