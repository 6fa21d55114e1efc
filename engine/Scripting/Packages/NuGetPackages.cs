using System.ComponentModel;
using System.Diagnostics;

namespace Workbench.Scripting;

/// <summary>
/// Restores the packages of <c>#r "nuget: X, 1.2.3"</c> through a throw-away project and the SDK's own <c>dotnet restore</c>, so that the
/// user's package sources and credentials count. What a version consists of never changes, so it is asked once and kept.
/// </summary>
sealed class NuGetPackages(string cacheFolder)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    readonly string folder = Path.Combine(Path.GetFullPath(cacheFolder), "packages");

    /// <summary>The assemblies of a package and all it needs, as full paths.</summary>
    /// <exception cref="WorkbenchException">WB3010: it does not restore; WB3011: there is no SDK to restore it with.</exception>
    public IReadOnlyList<string> Libraries(PackageName package)
    {
        var list = Path.Combine(folder, $"{package.Id}.{package.Version}.txt");
        if (File.Exists(list) && File.ReadAllLines(list) is { Length: > 0 } known && known.All(File.Exists))
        {
            return known;
        }

        try
        {
            var found = Restore(package);
            var beside = $"{list}.{Environment.ProcessId}.tmp";
            File.WriteAllLines(beside, found);
            File.Move(beside, list, overwrite: true);
            return found;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw ScriptErrors.NotRestored(package, cause.Message);
        }
    }

    IReadOnlyList<string> Restore(PackageName package)
    {
        var project = Path.Combine(folder, $"restore-{Environment.ProcessId}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(project);
        try
        {
            WriteProject(project, package);
            Run(project, package);
            return RestoredAssets.Read(Path.Combine(project, "obj", "project.assets.json"), package);
        }
        finally
        {
            Directory.Delete(project, recursive: true);
        }
    }

    static void WriteProject(string project, PackageName package)
    {
        // Empty files of these names keep the settings of a surrounding checkout out.
        foreach (var name in (ReadOnlySpan<string>)["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(Path.Combine(project, name), "<Project />");
        }

        File.WriteAllText(Path.Combine(project, "restore.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="{package.Id}" Version="[{package.Version}]" /></ItemGroup>
            </Project>
            """);
    }

    static void Run(string project, PackageName package)
    {
        var start = new ProcessStartInfo("dotnet", ["restore", "--nologo", "--verbosity", "quiet"])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Start(start, package);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw ScriptErrors.NotRestored(package, "the package source did not answer within five minutes.");
        }

        if (process.ExitCode != 0)
        {
            throw ScriptErrors.NotRestored(package, FirstError(output.Result + "\n" + errors.Result));
        }
    }

    static Process Start(ProcessStartInfo start, PackageName package)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception cause)
        {
            throw ScriptErrors.NoSdk(package, cause);
        }
    }

    // MSBuild writes "path.csproj : error NU1101: Unable to find package …  [path.csproj]".
    static string FirstError(string output)
    {
        foreach (var line in output.Split('\n'))
        {
            var at = line.IndexOf("error ", StringComparison.Ordinal);
            if (at >= 0)
            {
                var end = line.LastIndexOf(" [", StringComparison.Ordinal);
                return line[(at + 6)..(end > at ? end : line.Length)].Trim();
            }
        }

        return "dotnet restore failed without saying why.";
    }
}
