using System.Text.Json;
using Workbench.Data.Lake;

namespace Workbench.App;

/// <summary>
/// The folder of a plan on storage that all workers share: what each of them leaves there, and what can be known from names alone. Nothing
/// but files and renames, so that any scheduler, or none, can stand above it.
/// </summary>
sealed class ShardFolder(string folder)
{
    /// <summary>The folder.</summary>
    public string Root => folder;

    /// <summary>What is run.</summary>
    public string PlanPath => Path.Combine(folder, "plan.json");

    /// <summary>The attempts.</summary>
    public ShardAttempts Attempts { get; } = new(Path.Combine(folder, "attempts"));

    /// <summary>The results.</summary>
    public ShardResults Results { get; } = new(Path.Combine(folder, "shards"));

    /// <summary>Whether somebody wants it to end.</summary>
    public bool IsCancelled => File.Exists(CancelPath);

    string CancelPath => Path.Combine(folder, "cancel");

    string DeadFolder => Path.Combine(folder, "dead");

    /// <summary>Asks all workers to end; they look before each variant and every few seconds.</summary>
    public void Cancel() => File.WriteAllText(CancelPath, "");

    /// <summary>Takes the wish back.</summary>
    public void Resume() => File.Delete(CancelPath);

    /// <summary>The dead letter of a shard; null where it has none.</summary>
    public DeadLetter? DeadOf(int index) => File.Exists(DeadPath(index)) ? DeadLetter.FromJson(File.ReadAllBytes(DeadPath(index))) : null;

    /// <summary>All dead letters, by shard.</summary>
    public IReadOnlyList<DeadLetter> Dead => !Directory.Exists(DeadFolder) ? []
        : [.. Directory.GetFiles(DeadFolder, "*.json").Order(StringComparer.Ordinal).Select(path => DeadLetter.FromJson(File.ReadAllBytes(path)))];

    /// <summary>Gives a shard up.</summary>
    public void Bury(DeadLetter letter)
    {
        Directory.CreateDirectory(DeadFolder);
        using var file = new AtomicFile(DeadPath(letter.Index));
        file.Stream.Write(letter.ToJson());
        file.Commit();
    }

    /// <summary>Lets the dead be tried again, once their cause is gone. What stood for their results in a merge goes with them.</summary>
    public void Exhume()
    {
        foreach (var letter in Dead)
        {
            Results.Remove(letter.Index);
        }

        foreach (var folder in (string[])[DeadFolder, Path.Combine(Root, "attempts")])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>Says how far a shard is.</summary>
    public void Report(int index, ShardProgress progress)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "progress")).FullName, FormattableString.Invariant($"{index:D6}.json"));
        using var file = new AtomicFile(path);
        JsonSerializer.Serialize(file.Stream, progress);
        file.Commit();
    }

    string DeadPath(int index) => Path.Combine(DeadFolder, FormattableString.Invariant($"{index:D6}.json"));
}
