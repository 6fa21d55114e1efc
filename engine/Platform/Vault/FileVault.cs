using System.Text.Json;
using Workbench.Platform.Files;

namespace Workbench.Platform.Vault;

/// <summary>Keys in one encrypted file that only its owner may read, opened with a passphrase.</summary>
/// <param name="path">The file; its folder is made when keys are stored.</param>
/// <param name="passphrase">Asked once, when the file is first opened or made.</param>
public sealed class FileVault(string path, Func<string> passphrase) : IVault
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly Lazy<string> passphrase = new(passphrase);

    public string Name => "file";

    public string? Refusal => null;

    /// <summary>The file.</summary>
    public string File => path;

    public IReadOnlyList<VaultEntry> List() => [.. Load().Select(keys => VaultEntry.Of(keys, this))];

    public VenueKeys? Find(string venue, string name)
    {
        VaultName.Check(venue, name);
        return Load().Find(keys => keys.Venue == venue && keys.Name == name);
    }

    public void Store(VenueKeys keys)
    {
        VaultName.Check(keys.Venue, keys.Name);
        Change(all =>
        {
            all.RemoveAll(other => other.Venue == keys.Venue && other.Name == keys.Name);
            all.Add(keys);
            return true;
        });
    }

    public bool Remove(string venue, string name) => Change(all => all.RemoveAll(keys => keys.Venue == venue && keys.Name == name) > 0);

    // Two processes that add keys at once must not undo each other's.
    bool Change(Func<List<VenueKeys>, bool> change)
    {
        PrivateFile.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var held = FileLock.Take(path + ".lock", Patience) ?? throw PlatformErrors.VaultBusy(path);
        var all = Load();
        if (!change(all))
        {
            return false;
        }

        all.Sort((one, other) => string.CompareOrdinal(one.Venue + "/" + one.Name, other.Venue + "/" + other.Name));
        PrivateFile.Replace(path, SealedBox.Close(JsonSerializer.SerializeToUtf8Bytes(all, VaultJson.Default.ListVenueKeys), passphrase.Value));
        return true;
    }

    List<VenueKeys> Load()
    {
        if (!System.IO.File.Exists(path))
        {
            return [];
        }

        if (PrivateFile.IsOpenToOthers(path))
        {
            throw PlatformErrors.VaultOpenToOthers(path);
        }

        var plain = SealedBox.Open(System.IO.File.ReadAllBytes(path), passphrase.Value, path);
        return JsonSerializer.Deserialize(plain, VaultJson.Default.ListVenueKeys)!;
    }
}
