using Workbench.Model;
using Workbench.Platform.Resilience;

namespace Workbench.App;

/// <summary>An account that something is to be done at, past the session that trades there.</summary>
/// <param name="Broker">Where it is.</param>
/// <param name="Account">The user's name for its keys.</param>
/// <param name="Sim">A simulator in the venue's place; null for the venue itself.</param>
/// <param name="Symbols">Instruments that were named; none for all.</param>
/// <param name="Named">The session that it was named by; null where it was named itself.</param>
sealed record VenueTarget(string Broker, string Account, string? Sim, IReadOnlyList<string> Symbols, SessionFolder? Named)
{
    /// <summary>Connects, and does something there.</summary>
    public async Task<T> Do<T>(Func<VenueConnection, AccountAccess, Task<T>> work)
    {
        await using var access = await AccountAccess.Open(Broker, Account, Sim, seed: 1).ConfigureAwait(false);
        await using var connection = VenueCatalog.Connect(Broker, access.Keys, access.Sim, new RecentFailures(TimeProvider.System));
        try
        {
            return await work(connection, access).ConfigureAwait(false);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or NotSentException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw SessionErrors.VenueSilent(Broker, VaultRoom.Secrets.Scrub(error.Message));
        }
    }

    /// <summary>The instruments to look at: those that were named, else all that the venue lists, else those that sessions there have traded.</summary>
    public async Task<IReadOnlyList<Instrument>> Instruments(Workspace workspace, IVenue venue, CancellationToken cancel)
    {
        // At a spot venue every pair of a currency shows the same balance: only those that were meant are looked at.
        IReadOnlyList<Instrument> listed = Symbols.Count == 0 && venue.Capabilities.IsSpot ? [] : await venue.Instruments(Symbols, cancel).ConfigureAwait(false);
        if (listed.Count > 0)
        {
            return listed;
        }

        var traded = Sessions(workspace).SelectMany(each => each.Header.Streams.Where(stream => !stream.Kind.IsNotice()).Select(stream => stream.Instrument.Symbol)).Distinct(StringComparer.Ordinal).ToList();
        return traded.Count > 0 ? await venue.Instruments(traded, cancel).ConfigureAwait(false) : throw SessionErrors.NothingToLookAt(Broker);
    }

    /// <summary>Sessions that have traded at the account, the newest first.</summary>
    public IEnumerable<(SessionFolder Folder, SessionHeader Header)> Sessions(Workspace workspace)
    {
        foreach (var folder in SessionFolder.All(workspace))
        {
            if (Replayer.TryHeaderOf(folder) is { Mode: Core.RunMode.Live } header && header.Broker == Broker && header.Account == Account)
            {
                yield return (folder, header);
            }
        }
    }
}
