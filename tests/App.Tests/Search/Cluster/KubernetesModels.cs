using System.ComponentModel;
using System.Diagnostics;

namespace Workbench.App.Tests.Search.Cluster;

/// <summary>The published shapes of Kubernetes' objects, walked by Node.</summary>
static class KubernetesModels
{
    static readonly string Folder = Repository.Path("tests/App.Tests/Search/Cluster/manifest");

    /// <summary>Why tests with them are skipped; null where they are there.</summary>
    public static string? SkipReason { get; } =
        !Directory.Exists(Path.Combine(Folder, "node_modules")) ? "tests/App.Tests/Search/Cluster/manifest has no node_modules: run npm ci there." : Works() ? null : "Kubernetes' models do not load under this node.";

    /// <summary>What is wrong with a manifest.</summary>
    public static string[] Problems(string manifest)
    {
        var start = new ProcessStartInfo("node", ["check.mjs"]) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(manifest);
        process.StandardInput.Close();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? answer.Split('\n', StringSplitOptions.RemoveEmptyEntries) : throw new InvalidOperationException(errors.Result);
    }

    static bool Works()
    {
        try
        {
            return Problems("{}").Length == 0;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }
}
