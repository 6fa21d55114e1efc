namespace Workbench.Data.Providers;

/// <summary>The key of a source that gives nothing without one.</summary>
static class ProviderKey
{
    /// <summary>The key, looked up anew for each request, since it may be mended while the program runs.</summary>
    /// <exception cref="ProviderException">There is none.</exception>
    public static string Needed(Func<string?> key, string source) => key() is { Length: > 0 } known
        ? known
        : throw new ProviderException(ProviderFailure.Unauthorized, $"{source} gives nothing without a key, and there is none.");
}
