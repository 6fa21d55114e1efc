using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Workbench.Simulators.Tests.Peers;

/// <summary>Clients of npm that nobody here wrote, at pinned versions, in a folder that is not part of the project.</summary>
static class Peers
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    static readonly string[] Binance = ["ccxt@4.5.84", "binance@3.6.5"];

    /// <summary>Folder of the clients of Binance, and why there is none where that is so.</summary>
    static readonly Lazy<(string Folder, string? Missing)> OfBinance = new(() => Install("binance", Binance));

    /// <summary>Why tests with them are skipped; null where they are there.</summary>
    public static string? SkipReason => OfBinance.Value.Missing;

    /// <summary>Runs a script of ours with the clients at hand, and gives what it prints.</summary>
    public static async Task<JsonElement> Run(string script, params string[] words)
    {
        var (ended, output, errors) = await Start("node", OfBinance.Value.Folder, [Repository.Path($"tests/Simulators.Tests/Peers/{script}"), .. words]);
        Assert.True(ended == 0, $"{script} ended with {ended}: {errors}");
        return JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]).RootElement;
    }

    // What is installed is marked by name and version, so that a new pin is fetched anew.
    static (string Folder, string? Missing) Install(string name, string[] packages)
    {
        var folder = Repository.Path($".build/npm/{name}");
        var (mark, wanted) = (Path.Combine(folder, "installed.txt"), string.Join('\n', packages));
        if (File.Exists(mark) && File.ReadAllText(mark) == wanted)
        {
            return (folder, null);
        }

        Directory.CreateDirectory(folder);
        try
        {
            var (ended, _, errors) = Start("npm", folder, ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--no-save", .. packages]).GetAwaiter().GetResult();
            if (ended != 0)
            {
                return (folder, $"npm cannot fetch {string.Join(" and ", packages)}: {errors.Split('\n')[0]}");
            }

            File.WriteAllText(mark, wanted);
            return (folder, null);
        }
        catch (Win32Exception)
        {
            return (folder, "Node and npm are not here: the clients that check the simulators from outside run on them.");
        }
    }

    static async Task<(int Ended, string Output, string Errors)> Start(string program, string folder, string[] words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PEERS"] = folder;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, "", $"no end within {Patience}");
        }

        return (process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
    }
}
