namespace Workbench.Platform.Resilience;

/// <summary>One call that failed. It holds no address and nothing secret.</summary>
/// <param name="Venue">Which venue.</param>
/// <param name="Call">The call, in the venue's words.</param>
/// <param name="When">UTC.</param>
/// <param name="Kind">What went wrong.</param>
/// <param name="Text">In a few words.</param>
public sealed record CallFailure(string Venue, string Call, DateTime When, FailureKind Kind, string Text);
