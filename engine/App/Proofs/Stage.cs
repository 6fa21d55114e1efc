using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// Where a script that brings libraries is rehearsed. The determinism gate has not read those, and they may open files. So for as long
/// as the stage stands, the working folder and the project's folder are empty ones, and in them, where it really lies, is a copy of the
/// lake with its future changed. A library that looks for other files by relative paths finds none: that shows, and deceives nobody.
/// </summary>
sealed class Stage : IDisposable
{
    const string RootVariable = "WORKBENCH_ROOT";

    readonly string before = Environment.CurrentDirectory;
    readonly string? root = Environment.GetEnvironmentVariable(RootVariable);
    readonly string folder = Directory.CreateTempSubdirectory("workbench-proof-").FullName;

    /// <summary>Sets it up: every tape of the lake is copied, changed as the run's own tapes are.</summary>
    public Stage(Workspace workspace, string lake, ChangedFuture? future)
    {
        try
        {
            // One level above what they share, so that each of them is a folder within the stage.
            var shared = Common(Common(before, workspace.Root), lake);
            var common = Path.GetDirectoryName(shared) ?? shared;
            Copy(workspace, lake, Place(common, lake), future);
            Environment.SetEnvironmentVariable(RootVariable, Directory.CreateDirectory(Place(common, workspace.Root)).FullName);
            Environment.CurrentDirectory = Directory.CreateDirectory(Place(common, before)).FullName;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = before;
        Environment.SetEnvironmentVariable(RootVariable, root);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Copy(Workspace workspace, string from, string to, ChangedFuture? future)
    {
        if (future is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            Directory.CreateSymbolicLink(to, from);
            return;
        }

        IMarketStore source = workspace.OpenStore(from), copy = workspace.OpenStore(to);
        foreach (var tape in source.List().Select(entry => entry.Data))
        {
            try
            {
                Copy(source, copy, tape, future);
            }
            catch (WorkbenchException nothing) when (StoreErrors.WasEmpty(nothing))
            {
                // News that were published behind the cut alone are not there at all.
            }
        }
    }

    static void Copy(IMarketStore source, IMarketStore copy, DataIdentity tape, ChangedFuture future)
    {
        var (kind, bars) = DataKinds.Named(tape.Kind);
        using var changed = future.Over(AnyTape.Open(source, source.Instrument(tape.Instrument), kind, bars, TimeRange.All));
        AnyTape.Write(copy, changed, bars, tape.Source);
    }

    /// <summary>A path within the stage that lies to the others as the real ones lie to each other.</summary>
    string Place(string common, string path) => Path.GetFullPath(Path.Combine(folder, Path.GetRelativePath(common, path)));

    static string Common(string one, string other)
    {
        var common = one;
        while (Path.GetRelativePath(common, other).StartsWith("..", StringComparison.Ordinal))
        {
            common = Path.GetDirectoryName(common)!;
        }

        return common;
    }
}
