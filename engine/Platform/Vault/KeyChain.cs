namespace Workbench.Platform.Vault;

/// <summary>
/// All stores together, looked through in order: what the environment says goes before what is kept. Keys that are found are
/// made known to <see cref="Secrets"/> before anyone gets them, so that no log can show them.
/// </summary>
/// <param name="stores">The stores, first the one that is asked first.</param>
/// <param name="secrets">Where what is secret becomes known.</param>
public sealed class KeyChain(IReadOnlyList<IVault> stores, Secrets secrets)
{
    /// <summary>What all usable stores hold, without anything secret. A name that two stores have is in it twice; the first counts.</summary>
    public IReadOnlyList<VaultEntry> List() => [.. Usable.SelectMany(store => store.List())];

    /// <summary>The keys of a name.</summary>
    /// <exception cref="WorkbenchException">No store has them.</exception>
    public VenueKeys Find(string venue, string name)
    {
        foreach (var store in Usable)
        {
            if (store.Find(venue, name) is { } keys)
            {
                secrets.Add(keys);
                return keys;
            }
        }

        throw PlatformErrors.NoKeys(venue, name, List());
    }

    /// <summary>Keeps keys in the store of that name.</summary>
    /// <exception cref="WorkbenchException">There is no such store, or it cannot be used here.</exception>
    public void Store(VenueKeys keys, string store)
    {
        secrets.Add(keys);
        var chosen = stores.FirstOrDefault(each => each.Name == store) ?? throw PlatformErrors.NoSuchVault(store, [.. stores.Select(each => each.Name)]);
        if (chosen.Refusal is { } refusal)
        {
            throw PlatformErrors.VaultUnusable(store, refusal);
        }

        chosen.Store(keys);
    }

    /// <summary>Forgets keys wherever they are kept.</summary>
    /// <returns>Names of the stores that had them.</returns>
    public IReadOnlyList<string> Remove(string venue, string name) => [.. Usable.Where(store => store.Remove(venue, name)).Select(store => store.Name)];

    IEnumerable<IVault> Usable => stores.Where(store => store.Refusal is null);
}
