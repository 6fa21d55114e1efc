namespace Workbench.Core;

/// <summary>First byte of a record in the output log.</summary>
enum RecordKind : byte
{
    Text = 1,
    Submitted,
    CancelSent,
    Reported,
    Ended,
    ReplaceSent,
    Terms,
    Details,
    CashFlow = 16,
    Margin,
    Alert,
}
