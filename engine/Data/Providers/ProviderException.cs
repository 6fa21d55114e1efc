namespace Workbench.Data.Providers;

/// <summary>A source gave nothing for a piece. It holds nothing secret; the router turns it into another source or an error for people.</summary>
/// <param name="failure">What kind of failure.</param>
/// <param name="text">In a few words, without the address's query.</param>
/// <param name="retryAfter">How long the source wants to be left alone; null where it did not say.</param>
/// <param name="inner">The technical cause.</param>
public sealed class ProviderException(ProviderFailure failure, string text, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(text, inner)
{
    /// <summary>What kind of failure.</summary>
    public ProviderFailure Failure { get; } = failure;

    /// <summary>How long the source wants to be left alone; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
