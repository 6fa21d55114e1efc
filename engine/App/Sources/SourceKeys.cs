using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Keys of sources: in the vault or the environment under the source's name, as those of venues are. Read once, when first needed.</summary>
static class SourceKeys
{
    /// <summary>The key of a source; null where none is kept, or the vault cannot be opened here.</summary>
    public static Func<string?> Of(string source)
    {
        var key = new Lazy<string?>(() => Find(source));
        return () => key.Value;
    }

    /// <summary>Keeps a key.</summary>
    /// <exception cref="WorkbenchException">It is the key of an account, which <c>broker add</c> keeps with all that belongs to it.</exception>
    public static void Keep(string source, string key, string store)
    {
        if (IsOfAccount(source))
        {
            throw RouteErrors.KeyOfAccount(source);
        }

        VaultRoom.Open().Store(new VenueKeys { Venue = source, Name = AccountAccess.UsualName, Key = key }, store);
    }

    /// <summary>Forgets it, unless it opens an account besides.</summary>
    /// <returns>Names of the stores that had it.</returns>
    public static IReadOnlyList<string> Forget(string source) => IsOfAccount(source) ? [] : VaultRoom.Open().Remove(source, AccountAccess.UsualName);

    static bool IsOfAccount(string source) => VenueCatalog.Names.Contains(source);

    static string? Find(string source)
    {
        try
        {
            return VaultRoom.Open().Find(source, AccountAccess.UsualName).Key;
        }
        catch (WorkbenchException)
        {
            // Without its key a source is passed over; that it needs one is said where it would have been asked.
            return null;
        }
    }
}
