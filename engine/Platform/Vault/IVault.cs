namespace Workbench.Platform.Vault;

/// <summary>A place that keeps keys of venues, by venue and by the name that the user gave them.</summary>
public interface IVault
{
    /// <summary>What people call it, such as <c>keyring</c>.</summary>
    string Name { get; }

    /// <summary>Why it cannot be used here; null where it can.</summary>
    string? Refusal { get; }

    /// <summary>What it holds, without anything secret.</summary>
    IReadOnlyList<VaultEntry> List();

    /// <summary>The keys of a name; null where it has none.</summary>
    VenueKeys? Find(string venue, string name);

    /// <summary>Keeps keys, in the place of those of the same venue and name.</summary>
    void Store(VenueKeys keys);

    /// <summary>Forgets keys.</summary>
    /// <returns>Whether there were any.</returns>
    bool Remove(string venue, string name);
}
