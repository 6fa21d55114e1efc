using Microsoft.AspNetCore.Http;

namespace Workbench.Simulators.Providers;

/// <summary>A call as a provider sees it.</summary>
/// <param name="Path">Path, decoded, with its first slash.</param>
/// <param name="Query">Parameters.</param>
/// <param name="Headers">Headers.</param>
public sealed record ProviderCall(string Path, IQueryCollection Query, IHeaderDictionary Headers)
{
    /// <summary>Parts of the path.</summary>
    public string[] Steps { get; } = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A parameter; null where it is not there or empty.</summary>
    public string? Text(string name) => Query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;
}
