namespace Workbench.Core;

/// <summary>Why an order, or a wish to change one, does not go out; the default is that it does.</summary>
readonly record struct Refusal(RejectReason Reason, string Text)
{
    /// <summary>Whether it is refused.</summary>
    public bool Is => Reason != RejectReason.None;
}
