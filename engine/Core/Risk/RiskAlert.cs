namespace Workbench.Core;

/// <summary>A word of risk, with the figure that tripped it.</summary>
/// <param name="Time">When, UTC nanoseconds.</param>
/// <param name="Level">How serious it is.</param>
/// <param name="Rule">What is watched.</param>
/// <param name="Figure">What it has come to, in the rule's unit; 0 for a command.</param>
/// <param name="Limit">What it may come to; 0 for a command.</param>
/// <param name="Action">What is done about it.</param>
/// <param name="Instrument">Symbol of the instrument it is about; empty for all together.</param>
/// <param name="Reason">The same in a sentence.</param>
public readonly record struct RiskAlert(
    long Time, RiskLevel Level, RiskRule Rule, decimal Figure, decimal Limit, RiskAction Action, string Instrument, string Reason);
