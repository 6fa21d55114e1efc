using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>How a source has been lately.</summary>
public sealed record SourceHealth
{
    /// <summary>Nothing was ever wrong with it.</summary>
    public static SourceHealth Good { get; } = new();

    /// <summary>What is wrong with it; null while nothing is.</summary>
    public ProviderFailure? Failure { get; init; }

    /// <summary>Failures since it last answered.</summary>
    public int Failures { get; init; }

    /// <summary>When it is tried again before others; null while nothing is wrong.</summary>
    public DateTime? RetryAt { get; init; }

    /// <summary>Whether it named that time itself, or its budget did: it is not asked before then.</summary>
    public bool IsBarred { get; init; }

    /// <summary>What it failed with last, mended or not; empty for nothing.</summary>
    public string LastError { get; init; } = "";

    /// <summary>When that was.</summary>
    public DateTime? LastErrorAt { get; init; }

    /// <summary>Whether it is left alone now, as long as others can give what is wanted.</summary>
    public bool IsResting(DateTime now) => Failure is not null && RetryAt > now;

    /// <summary>Whether it is not asked at all now.</summary>
    public bool IsClosed(DateTime now) => IsBarred && IsResting(now);
}
