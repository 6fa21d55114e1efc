namespace Workbench.Data.Providers;

/// <summary>One question to a source.</summary>
/// <param name="Call">Its name for limits and logs, without parameters, such as <c>GET chart</c>.</param>
/// <param name="Path">Path and query below the source's address, without anything secret.</param>
sealed record ProviderRequest(string Call, string Path)
{
    /// <summary>What it costs of the source's budget. Default 1.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>The key as a header, where the source takes it so.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <summary>The key as a parameter of the query, where the source takes it in no other way. It joins the address at the last moment and is nowhere kept.</summary>
    public (string Name, string Value)? Secret { get; init; }
}
