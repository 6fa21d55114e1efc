using System.Globalization;
using System.Security.Cryptography;
using Workbench.Data.Lake;
using Workbench.Platform.Files;

namespace Workbench.App;

/// <summary>
/// The results of a plan's shards: the only thing that counts. A file's name carries the hash of its bytes, so that a second worker of a
/// shard can replace equal bytes or lay different ones beside them, and never destroy anything.
/// </summary>
sealed class ShardResults(string folder)
{
    const string Ending = ".result";
    const int HashDigits = 16;

    /// <summary>Whether a shard has a whole result.</summary>
    public bool Has(int index) => FilesOf(index).Any(IsWhole);

    /// <summary>The bytes of a shard's result; null where it has none.</summary>
    /// <exception cref="Model.WorkbenchException">WB4465: two attempts came to different results.</exception>
    public byte[]? Read(int index)
    {
        var whole = FilesOf(index).Select(path => (Path: path, Bytes: File.ReadAllBytes(path))).Where(file => IsWhole(file.Path, file.Bytes)).ToList();
        return whole.Count switch
        {
            0 => null,
            1 => whole[0].Bytes,
            _ => throw ShardErrors.NotTheSame(index, [.. whole.Select(file => Path.GetFileName(file.Path))]),
        };
    }

    /// <summary>Keeps a result: on the disk, under its name, or not there at all.</summary>
    public void Commit(int index, byte[] bytes)
    {
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, FormattableString.Invariant($"{index:D6}.{HashOf(bytes)}{Ending}"));

        // Two workers of one shard at the same time each write a draft of their own.
        var draft = Path.Combine(folder, FormattableString.Invariant($".{index:D6}.{Guid.NewGuid():N}"));
        using (var file = new AtomicFile(draft))
        {
            file.Stream.Write(bytes);
            file.Commit(name);
        }

        FolderSync.Of(folder);
    }

    /// <summary>Shards that have a file, whole or not: as much as a glance at the folder tells.</summary>
    public IReadOnlySet<int> Named() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + Ending).Select(IndexOf).OfType<int>().ToHashSet() : new HashSet<int>();

    /// <summary>Takes away what stands for the result of a shard that was given up.</summary>
    public void Remove(int index)
    {
        foreach (var path in FilesOf(index))
        {
            File.Delete(path);
        }
    }

    /// <summary>Shards below a count that have no result, rising.</summary>
    public IReadOnlyList<int> Missing(int count)
    {
        var there = new HashSet<int>();
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + Ending) : [])
        {
            if (IndexOf(path) is { } index && IsWhole(path))
            {
                there.Add(index);
            }
        }

        return [.. Enumerable.Range(0, count).Where(index => !there.Contains(index))];
    }

    string[] FilesOf(int index) => !Directory.Exists(folder) ? []
        : [.. Directory.GetFiles(folder, FormattableString.Invariant($"{index:D6}.*{Ending}")).Order(StringComparer.Ordinal)];

    static int? IndexOf(string path) => int.TryParse(Path.GetFileName(path).Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    /// <summary>A file whose bytes are not what its name says was damaged, and counts as none.</summary>
    static bool IsWhole(string path) => IsWhole(path, File.ReadAllBytes(path));

    static bool IsWhole(string path, byte[] bytes) => Path.GetFileName(path).Split('.') is [_, var hash, _] && HashOf(bytes) == hash;

    static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashDigits];
}
