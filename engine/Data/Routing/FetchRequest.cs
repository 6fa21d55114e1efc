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

    /// <summary>Whether a source takes days whole that another one began, so that the one the user likes best is heard again as soon as it is well. Else who began a day finishes it.</summary>
    public bool TakesOver { get; init; }
}
