namespace Workbench.Platform.DeadLetters;

/// <summary>How much is kept.</summary>
public sealed record DeadLetterOptions
{
    /// <summary>Bytes of all letters together; the oldest give way. Default 16 MB.</summary>
    public long MostBytes { get; init; } = 16 << 20;

    /// <summary>How long one is kept. Default 30 days.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Letters of a body; what is longer is cut. Default 16,384.</summary>
    public int MostLetters { get; init; } = 16 << 10;
}
