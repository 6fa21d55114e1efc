using System.Globalization;
using Workbench.Data.Lake;
using Workbench.Model;
using Workbench.Platform.Files;
using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>The folder of a sweep: its plan, the results of its batches, and the tables that are made of those. One on a cluster's storage looks the same.</summary>
sealed class SweepFolder
{
    /// <summary>The script as it was planned.</summary>
    public const string ScriptFile = "script.csx";

    /// <summary>A row for each variant.</summary>
    public const string ResultsFile = "results.parquet";

    /// <summary>The returns of each variant.</summary>
    public const string ReturnsFile = "returns.parquet";

    const string LockFile = ".lock";

    SweepFolder(string root)
    {
        Root = root;
        Shards = new ShardFolder(root);
    }

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>Name of the sweep.</summary>
    public string Id => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Root)));

    /// <summary>Results of batches, and what workers leave behind.</summary>
    public ShardFolder Shards { get; }

    /// <summary>A row for each variant; there once all are done.</summary>
    public string ResultsPath => Path.Combine(Root, ResultsFile);

    /// <summary>The returns of each variant; there once all are done.</summary>
    public string ReturnsPath => Path.Combine(Root, ReturnsFile);

    /// <summary>How the sweep ended; null while it has not.</summary>
    public SweepEnd? End => SweepEnd.Load(Root);

    /// <summary>The plan.</summary>
    public SweepPlan Plan => SweepPlan.Load(Shards.PlanPath);

    /// <summary>Makes the folder of a plan.</summary>
    /// <param name="workspace">Where sweeps are kept.</param>
    /// <param name="output">A folder of the user's own, or null.</param>
    /// <param name="plan">The plan.</param>
    /// <exception cref="WorkbenchException">Something else is there, or somebody else is at work there.</exception>
    public static SweepFolder Create(Workspace workspace, string? output, SweepPlan plan)
    {
        var script = workspace.Kept(plan.Script);
        var id = string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Path.GetFileNameWithoutExtension(script)}-{Environment.ProcessId:x}{DateTime.UtcNow.Millisecond:x}");
        var folder = new SweepFolder(output ?? Path.Combine(workspace.Sweeps, id));
        Directory.CreateDirectory(folder.Root);
        using var held = folder.Lock();
        if (Directory.EnumerateFileSystemEntries(folder.Root).Any(path => Path.GetFileName(path) != LockFile))
        {
            throw SweepErrors.Taken(folder.Root, File.Exists(folder.Shards.PlanPath) ? "another sweep" : "other things");
        }

        // The plan comes last: a folder without one is no sweep.
        folder.Write(ScriptFile, File.ReadAllBytes(script));
        folder.Write(SweepPlan.FileName, plan.ToJson());
        return folder;
    }

    /// <summary>The sweep of that name, by the beginning of one, in that folder, or the <c>last</c>.</summary>
    /// <exception cref="WorkbenchException">There is none, or several.</exception>
    public static SweepFolder Open(Workspace workspace, string name)
    {
        if (File.Exists(Path.Combine(name, SweepPlan.FileName)))
        {
            return new SweepFolder(name);
        }

        List<SweepFolder> all = [.. All(workspace)];
        List<SweepFolder> found = name == "last" ? [.. all.Take(1)] : all.FindAll(sweep => sweep.Id.StartsWith(name, StringComparison.Ordinal));
        return found.Find(sweep => sweep.Id == name) ?? (found.Count switch
        {
            1 => found[0],
            0 => throw SweepErrors.NotFound(name),
            _ => throw SweepErrors.Ambiguous(name, found.Count),
        });
    }

    /// <summary>All sweeps that are kept, the newest first.</summary>
    public static IEnumerable<SweepFolder> All(Workspace workspace) => !Directory.Exists(workspace.Sweeps) ? [] : Directory.GetDirectories(workspace.Sweeps)
        .Where(folder => File.Exists(Path.Combine(folder, SweepPlan.FileName))).OrderByDescending(Path.GetFileName, StringComparer.Ordinal).Select(folder => new SweepFolder(folder));

    /// <summary>A finished sweep, as pages, tables and cells show it.</summary>
    /// <exception cref="WorkbenchException">There is none of that name, or it is not done.</exception>
    public static SearchDocument Load(Workspace workspace, string name) => SweepDocument.Of(Open(workspace, name));

    /// <summary>Keeps others from working here.</summary>
    /// <exception cref="WorkbenchException">WB4416: somebody does.</exception>
    public FileStream Lock() => FileLock.TryTake(Path.Combine(Root, LockFile)) ?? throw SweepErrors.Busy(Root);

    /// <summary>The result of a batch; null where it has none yet.</summary>
    public ShardFile? Result(SweepPlan plan, int index)
    {
        var place = FormattableString.Invariant($"Batch {index} of {Root}");
        var file = Shards.Results.Read(index) is { } bytes ? ShardFile.FromBytes(bytes, place) : null;
        return file is null || (file.Plan == plan.Id && file.Index == index) ? file : throw SweepErrors.Damaged(place, "belongs to another plan.");
    }

    /// <summary>The results of all batches in their order, read one by one.</summary>
    /// <exception cref="WorkbenchException">WB4427: some are missing.</exception>
    public IEnumerable<ShardFile> Results(SweepPlan plan)
    {
        for (var index = 0; plan.Learns || index < plan.Shards.Count; index++)
        {
            if (Result(plan, index) is { } file)
            {
                yield return file;
            }
            else if (plan.Learns)
            {
                yield break;
            }
            else
            {
                throw SweepErrors.Unfinished(Id, Shards.Results.Missing(plan.Shards.Count).Count);
            }
        }
    }

    /// <summary>Variants whose batches are done.</summary>
    public long Kept(SweepPlan plan)
    {
        var missing = Shards.Results.Missing(plan.Shards.Count).ToHashSet();
        return plan.Learns ? Results(plan).Sum(file => (long)file.Results.Count) : plan.Shards.Where(shard => !missing.Contains(shard.Index)).Sum(shard => (long)shard.Count);
    }

    /// <summary>Puts a file in its place, whole.</summary>
    public void Write(string name, ReadOnlySpan<byte> bytes)
    {
        using var file = new AtomicFile(Path.Combine(Root, name));
        file.Stream.Write(bytes);
        file.Commit();
        FolderSync.Of(Root);
    }
}
