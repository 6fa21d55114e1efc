using System.ComponentModel;
using System.Diagnostics;

namespace Workbench.Simulators.Tests;

/// <summary>A client that nobody here wrote, fetched once into .build/npm. No script of it runs while it is installed.</summary>
sealed class NpmPackage
{
    static readonly Lock Installing = new();
    static readonly Dictionary<string, NpmPackage> Known = [];

    readonly string folder;

    NpmPackage(string name, string version)
    {
        folder = Repository.Path($".build/npm/{name.Replace('/', '-').TrimStart('@')}-{version}");
        var isThere = Directory.Exists(Path.Combine(folder, "node_modules", name));
        SkipReason = Missing("node") ?? (isThere ? null : Missing("npm") ?? Install(name, version));
    }

    /// <summary>Why it cannot be used here; null where it can.</summary>
    public string? SkipReason { get; }

    public static NpmPackage Of(string name, string version)
    {
        lock (Installing)
        {
            return Known.TryGetValue(name + version, out var package) ? package : Known[name + version] = new NpmPackage(name, version);
        }
    }

    /// <summary>Runs a script beside the package and returns what it wrote, line by line.</summary>
    public async Task<IReadOnlyList<string>> Run(string script, params string[] arguments)
    {
        var copy = Path.Combine(folder, Path.GetFileName(script));
        File.Copy(script, copy, overwrite: true);
        using var node = Start("node", folder, [copy, .. arguments]);
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await node.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(node.ExitCode == 0, await errors + output);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    string? Install(string name, string version)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "package.json"), """{ "private": true }""");
        using var npm = Start("npm", folder, ["install", "--ignore-scripts", "--no-audit", "--no-fund", $"{name}@{version}"]);
        var errors = npm.StandardError.ReadToEndAsync();
        var isDone = npm.WaitForExit(TimeSpan.FromMinutes(2)) && npm.ExitCode == 0;
        if (!isDone)
        {
            npm.Kill(entireProcessTree: true);
        }

        return isDone ? null : $"npm could not install {name} {version}: {errors.Result.Split('\n')[0]}";
    }

    static string? Missing(string tool)
    {
        try
        {
            using var asked = Start(tool, Repository.Root, ["--version"]);
            asked.WaitForExit();
            return null;
        }
        catch (Win32Exception)
        {
            return $"{tool} is not installed: the client written by others runs in Node.";
        }
    }

    static Process Start(string tool, string folder, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(tool, arguments)
    {
        WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
    })!;
}
