using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>What is to be fetched, and how.</summary>
/// <param name="Want">The instrument, kind and stretch of time.</param>
public sealed record FetchRequest(DataWant Want)
{
    /// <summary>Only this source; null for whoever can.</summary>
    public string? Source { get; init; }

    /// <summary>Whether what is stored is fetched again.</summary>
    public bool Refresh { get; init; }
}
