using System.Diagnostics;
using System.Text.Json;

namespace Workbench.Data.Tests.Parquet;

/// <summary>DuckDB, run by Node: a reader and writer of Parquet that nobody here wrote.</summary>
static class Peer
{
    static readonly string Folder = Repository.Path("tests/Data.Tests/peers");

    /// <summary>Why tests with it are skipped; null where it is there.</summary>
    public static string? SkipReason { get; } =
        !Directory.Exists(Path.Combine(Folder, "node_modules")) ? "tests/Data.Tests/peers has no node_modules: run npm ci there." : Works() ? null : "DuckDB does not start under this node.";

    /// <summary>The rows that the last of the statements gives, each a list of texts and numbers.</summary>
    public static JsonElement[] Ask(params string[] statements)
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("duckdb.mjs");
        Array.ForEach(statements, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. JsonDocument.Parse(answer).RootElement.EnumerateArray()]
            : throw new InvalidOperationException(errors.Result);
    }

    static bool Works()
    {
        try
        {
            return Ask("select 1").Length == 1;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }
}
