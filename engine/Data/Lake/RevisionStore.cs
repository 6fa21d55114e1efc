using System.Globalization;

namespace Workbench.Data.Lake;

/// <summary>
/// Former states of a tape: a manifest each, by number, in a folder of their own, with the files that the present state no longer names.
/// The number is written before the present changes and counts from then on, so that a kill in between leaves nothing to mend.
/// </summary>
static class RevisionStore
{
    const string FolderName = "revisions";

    /// <summary>Numbers of the former states, oldest first.</summary>
    public static IReadOnlyList<int> Numbers(string folder)
    {
        var current = ManifestStore.Load(folder)?.Revision ?? 0;
        return [.. Written(folder).Where(number => number < current).Order()];
    }

    /// <summary>A former state, or the present one by its number.</summary>
    public static Manifest? Load(string folder, int number)
    {
        var current = ManifestStore.Load(folder);
        return current?.Revision == number ? current
            : number < current?.Revision ? ManifestStore.LoadFile(FileOf(folder, number)) : null;
    }

    /// <summary>When a former state was replaced.</summary>
    public static DateTime ReplacedUtc(string folder, int number) => File.GetLastWriteTimeUtc(FileOf(folder, number));

    /// <summary>Keeps a state that is about to be replaced.</summary>
    public static void Keep(string folder, Manifest manifest)
    {
        Directory.CreateDirectory(Path.Combine(folder, FolderName));
        ManifestStore.SaveFile(FileOf(folder, manifest.Revision), manifest);
    }

    /// <summary>Forgets all but the youngest former states; files that only those named go with the next sweep.</summary>
    public static int Forget(string folder, int keep)
    {
        var old = Numbers(folder).SkipLast(keep).ToList();
        old.ForEach(number => File.Delete(FileOf(folder, number)));
        return old.Count;
    }

    /// <summary>Where a file of a tape lies: beside its manifest, or with the former states.</summary>
    public static string Locate(string folder, string name)
    {
        var present = Path.Combine(folder, name);
        var former = Path.Combine(folder, FolderName, name);
        return File.Exists(present) || !File.Exists(former) ? present : former;
    }

    /// <summary>Puts away what the present manifest does not name: files of former states beside those, what a killed import left into the bin.</summary>
    public static void Sweep(string folder)
    {
        var current = ManifestStore.Load(folder);
        foreach (var unborn in Written(folder).Where(number => number >= (current?.Revision ?? 0)))
        {
            File.Delete(FileOf(folder, unborn));
        }

        var present = NamesOf(current);
        var former = Numbers(folder).SelectMany(number => NamesOf(ManifestStore.LoadFile(FileOf(folder, number)))).ToHashSet(StringComparer.Ordinal);
        foreach (var name in Unnamed(folder, present))
        {
            Put(folder, name, former.Contains(name));
        }

        foreach (var name in Unnamed(Path.Combine(folder, FolderName), former))
        {
            File.Delete(Path.Combine(folder, FolderName, name));
        }
    }

    static void Put(string folder, string name, bool isKept)
    {
        if (isKept)
        {
            File.Move(Path.Combine(folder, name), Path.Combine(folder, FolderName, name), overwrite: true);
        }
        else
        {
            File.Delete(Path.Combine(folder, name));
        }
    }

    static List<string> Unnamed(string folder, HashSet<string> named) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!).Where(name =>
            name.EndsWith(AtomicFile.Unfinished, StringComparison.Ordinal)
            || (name.EndsWith(".parquet", StringComparison.Ordinal) && !named.Contains(name))),
    ];

    static HashSet<string> NamesOf(Manifest? manifest) => (manifest?.Files ?? []).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);

    static IEnumerable<int> Written(string folder)
    {
        var path = Path.Combine(folder, FolderName);
        foreach (var file in Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json") : [])
        {
            if (int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                yield return number;
            }
        }
    }

    static string FileOf(string folder, int number) => Path.Combine(folder, FolderName, FormattableString.Invariant($"{number}.json"));
}
