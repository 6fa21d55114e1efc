namespace Workbench.Data.Routing;

/// <summary>How far a fetch is.</summary>
/// <param name="Source">Who is asked.</param>
/// <param name="Done">Pieces that are there, those of an earlier fetch included.</param>
/// <param name="Total">Pieces in all.</param>
/// <param name="Asked">Pieces that were asked for in this fetch and came.</param>
/// <param name="Bytes">What came, in bytes.</param>
/// <param name="Elapsed">How long it took.</param>
public readonly record struct FetchProgress(string Source, int Done, int Total, int Asked, long Bytes, TimeSpan Elapsed)
{
    /// <summary>Pieces in a second.</summary>
    public double Rate => Elapsed.TotalSeconds > 0 ? Asked / Elapsed.TotalSeconds : 0;

    /// <summary>How long the rest will take at that rate; null while nobody can say.</summary>
    public TimeSpan? Left => Rate > 0 ? TimeSpan.FromSeconds((Total - Done) / Rate) : null;
}
