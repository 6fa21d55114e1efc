namespace Workbench.Platform.Vault;

/// <summary>What may be shown of keys.</summary>
/// <param name="Venue">Which venue.</param>
/// <param name="Name">The user's name for them.</param>
/// <param name="Account">The venue's number of the account; may be empty.</param>
/// <param name="Environment">Which of the venue's environments.</param>
/// <param name="Store">Where they are kept.</param>
public sealed record VaultEntry(string Venue, string Name, string Account, string Environment, string Store)
{
    internal static VaultEntry Of(VenueKeys keys, IVault store) => new(keys.Venue, keys.Name, keys.Account, keys.Environment, store.Name);
}
