namespace Workbench.Data.Repair;

/// <summary>A defect of a tape of prices.</summary>
/// <param name="Rule">The rule that saw it.</param>
/// <param name="Time">Opening of the bar it shows at, UTC nanoseconds; of several, the first.</param>
/// <param name="Rows">How many rows hold other numbers when it is repaired.</param>
/// <param name="Text">One sentence with figures.</param>
/// <param name="IsRepaired">Whether the rule says what is right; else it is only told.</param>
public sealed record PriceFinding(RepairRule Rule, long Time, int Rows, string Text, bool IsRepaired);
