namespace Workbench.Model;

/// <summary>How a command fared on its way to a venue.</summary>
/// <param name="Outcome">What is known.</param>
/// <param name="Text">Why, for people; empty where all is well. It holds no secret.</param>
public readonly record struct SendResult(SendOutcome Outcome, string Text)
{
    /// <summary>The venue answered.</summary>
    public static SendResult Answered { get; } = new(SendOutcome.Answered, "");

    /// <summary>It never left.</summary>
    public static SendResult NotSent(string why) => new(SendOutcome.NotSent, why);

    /// <summary>Nothing is proven.</summary>
    public static SendResult Unknown(string why) => new(SendOutcome.Unknown, why);
}
