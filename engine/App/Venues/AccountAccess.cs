using Workbench.Model;

namespace Workbench.App;

/// <summary>The way into an account: the vault's keys and the venue, or a simulator in its place.</summary>
/// <param name="Broker">Which venue.</param>
/// <param name="Keys">What opens the account.</param>
/// <param name="Sim">The simulator; null for the venue itself.</param>
sealed record AccountAccess(string Broker, VenueKeys Keys, SimPlace? Sim) : IAsyncDisposable
{
    /// <summary>Name of keys where none was given.</summary>
    public const string UsualName = "default";

    /// <summary>Environment of keys that were made for a simulator.</summary>
    public const string SimEnvironment = "sim";

    /// <summary>Address of a simulator in another process; empty where there is none, or it is in this one.</summary>
    public string SimAddress => Sim is { Owned: null } elsewhere ? elsewhere.Root.ToString() : "";

    /// <summary>Finds the keys, and starts a simulator where one was asked for.</summary>
    /// <param name="broker">Which venue.</param>
    /// <param name="name">The user's name for the keys.</param>
    /// <param name="sim">Address of a simulator, or <c>on</c> for one in this process; null for the venue itself.</param>
    /// <param name="seed">Seed of the simulator's market.</param>
    /// <exception cref="WorkbenchException">There is no such venue, or no such keys.</exception>
    public static async Task<AccountAccess> Open(string broker, string name, string? sim, int seed)
    {
        var isVenue = VenueCatalog.Names.Contains(broker);
        if (!isVenue && !QuoteSources.Names.Contains(broker))
        {
            throw SessionErrors.UnknownBroker(broker, VenueCatalog.Names);
        }

        if (sim is null)
        {
            return new AccountAccess(broker, VaultRoom.Open().Find(broker, name), null);
        }

        var place = await (isVenue ? VenueCatalog.Simulated(broker, sim, seed) : QuoteSources.Simulated(broker, sim, seed)).ConfigureAwait(false);
        return new AccountAccess(broker, ForSimulators(broker, name) ?? place.Keys, place);
    }

    public ValueTask DisposeAsync() => Sim?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A simulator is shown keys of the vault only where they were kept for one: those of a real account go to their venue and nowhere else.</summary>
    static VenueKeys? ForSimulators(string broker, string name)
    {
        var vault = VaultRoom.Open();
        return name != UsualName && vault.List().Any(entry => entry.Venue == broker && entry.Name == name && entry.Environment == SimEnvironment) ? vault.Find(broker, name) : null;
    }
}
