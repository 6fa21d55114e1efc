namespace Workbench.Data.Importers.Books;

/// <summary>What a line of a recording tells.</summary>
enum CaptureKind
{
    /// <summary>Something that no tape holds.</summary>
    Other,

    /// <summary>Changes of the order book.</summary>
    Change,

    /// <summary>The answer of a request for the whole book.</summary>
    Snapshot,

    /// <summary>A print.</summary>
    Trade,

    /// <summary>The best prices.</summary>
    Best,
}
