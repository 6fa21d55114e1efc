namespace Workbench.Data.Lake;

/// <summary>What an exported Parquet file says of itself beside its columns, so that it can come back as what it was.</summary>
/// <param name="Symbol">What it is of: an instrument, or the currency of a calendar.</param>
/// <param name="Kind">As manifests name it, such as <c>ticks</c> or <c>1d@last</c>.</param>
/// <param name="Source">Where the data come from, with all marks of adjustment and making.</param>
sealed record ExportHead(string Symbol, string Kind, string Source)
{
    const string SymbolKey = "workbench.instrument";
    const string KindKey = "workbench.kind";
    const string SourceKey = "workbench.source";

    /// <summary>What a file says; null where it is no export.</summary>
    public static ExportHead? Of(IReadOnlyDictionary<string, string> metadata) =>
        metadata.TryGetValue(SymbolKey, out var symbol) && metadata.TryGetValue(KindKey, out var kind) && metadata.TryGetValue(SourceKey, out var source)
            ? new ExportHead(symbol, kind, source)
            : null;

    /// <summary>Says it.</summary>
    public void Write(Dictionary<string, string> metadata) => (metadata[SymbolKey], metadata[KindKey], metadata[SourceKey]) = (Symbol, Kind, Source);
}
