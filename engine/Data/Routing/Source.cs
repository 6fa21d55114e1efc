using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>A source that may be asked, at its place in the user's order.</summary>
/// <param name="Provider">The source.</param>
/// <param name="Priority">The lower, the earlier it is asked.</param>
public sealed record Source(IDataProvider Provider, int Priority)
{
    /// <summary>Its short name.</summary>
    public string Name => Provider.Profile.Name;
}
