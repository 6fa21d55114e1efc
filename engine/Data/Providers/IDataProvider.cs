namespace Workbench.Data.Providers;

/// <summary>
/// Port to a source of history. It knows the source's paths and what a good answer looks like; waiting, repeating, limits and the choice
/// between sources are others' affair. What it fetched is a file of its <see cref="ProviderProfile.Format"/>, and the importer of that reads it.
/// </summary>
public interface IDataProvider
{
    /// <summary>What it can do, and within which limits.</summary>
    ProviderProfile Profile { get; }

    /// <summary>Why it cannot give that; null where it may be able to. Asks nobody.</summary>
    string? Refusal(DataWant want);

    /// <summary>Cuts what is wanted into requests, in time order. The same want gives the same pieces; asks nobody.</summary>
    /// <param name="want">What is wanted; <see cref="Refusal"/> had nothing against it.</param>
    /// <param name="now">The present, UTC nanoseconds: nothing is asked of the future.</param>
    IReadOnlyList<Piece> Plan(DataWant want, long now);

    /// <summary>Fetches a piece and looks at it: status, type, wholeness. Empty is a valid answer of a closed market.</summary>
    /// <returns>The answer's bytes, unpacked from the transport's own compression.</returns>
    /// <exception cref="ProviderException">Nothing came, or nothing that may be kept.</exception>
    Task<byte[]> Fetch(Piece piece, CancellationToken cancel);

    /// <summary>Has somebody told, from now on, what a person must know of answers that are kept all the same, such as that one is cut. Default: it has nothing to tell.</summary>
    void Listen(Action<string> tell)
    {
    }

    /// <summary>Asks for something small, to see that address and key are right.</summary>
    /// <returns>What to tell the person, such as how many calls are left.</returns>
    /// <exception cref="ProviderException">They are not.</exception>
    Task<string> Test(CancellationToken cancel);
}
