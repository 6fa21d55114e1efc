namespace Workbench.Data.Providers;

/// <summary>One request to a source and the file that its answer becomes: what is fetched once and not again after a kill.</summary>
/// <param name="File">Where the answer lies within the folder of the fetch, with slashes; spelled as the importer of the source's format wants it.</param>
/// <param name="Request">Path and query without anything secret, such as <c>datafeed/GBPJPY/2012/11/02/22h_ticks.bi5</c>.</param>
/// <param name="Range">The time it speaks of.</param>
public sealed record Piece(string File, string Request, TimeRange Range)
{
    /// <summary>Whether its time is over, so that its answer will not grow any more. An answer that may grow is fetched anew.</summary>
    public bool IsClosed(long now) => Range.To <= now;
}
