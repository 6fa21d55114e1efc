using System.Diagnostics;
using System.Text.Json;

namespace Workbench.Platform.Vault;

/// <summary>
/// Keys in the desktop's keyring: the Secret Service, spoken to through <c>secret-tool</c> of libsecret. What is secret goes
/// through pipes and never through the words of a command, which every process of the machine can read.
/// </summary>
public sealed class KeyringVault : IVault
{
    const string Tool = "secret-tool";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Lazy<string?> refusal = new(Probe);

    public string Name => "keyring";

    public string? Refusal => refusal.Value;

    public IReadOnlyList<VaultEntry> List() => [.. All().Select(keys => VaultEntry.Of(keys, this))];

    public VenueKeys? Find(string venue, string name)
    {
        VaultName.Check(venue, name);
        var (exit, output, error) = Run(null, ["lookup", .. Attributes(venue, name)]);

        // Nothing found and no service are both exit code 1; only the second says why.
        return exit == 0 && output.Length > 0 ? Parse(output) : exit <= 1 && error.Length == 0 ? null : throw PlatformErrors.KeyringFailed(error);
    }

    public void Store(VenueKeys keys)
    {
        VaultName.Check(keys.Venue, keys.Name);
        var (exit, _, error) = Run(
            JsonSerializer.Serialize(keys, VaultJson.Default.VenueKeys), ["store", $"--label=Workbench {keys.Venue} {keys.Name}", .. Attributes(keys.Venue, keys.Name)]);
        if (exit != 0)
        {
            throw PlatformErrors.KeyringFailed(error);
        }
    }

    public bool Remove(string venue, string name)
    {
        if (Find(venue, name) is null)
        {
            return false;
        }

        var (exit, _, error) = Run(null, ["clear", .. Attributes(venue, name)]);
        return exit == 0 ? true : throw PlatformErrors.KeyringFailed(error);
    }

    static string[] Attributes(string venue, string name) => ["application", "workbench", "venue", venue, "name", name];

    // The tool prints "secret = …" for each item. Our secrets are one line of JSON.
    static IEnumerable<VenueKeys> All()
    {
        const string Mark = "secret = ";
        var (exit, output, error) = Run(null, ["search", "--all", "--unlock", "application", "workbench"]);
        return exit <= 1
            ? output.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(line => Parse(line[Mark.Length..]))
                .OrderBy(keys => keys.Venue, StringComparer.Ordinal).ThenBy(keys => keys.Name, StringComparer.Ordinal)
            : throw PlatformErrors.KeyringFailed(error);
    }

    static VenueKeys Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, VaultJson.Default.VenueKeys)!;
        }
        catch (JsonException)
        {
            // Not as the inner cause: a parser quotes what it could not read.
            throw PlatformErrors.KeyringFailed("an entry of ours does not hold keys");
        }
    }

    static string? Probe()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "the keyring is supported on Linux alone";
        }

        try
        {
            var (exit, _, error) = Run(null, ["lookup", "application", "workbench-probe"]);
            return exit <= 1 && error.Length == 0 ? null : $"no Secret Service answers ({error.Trim()})";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "secret-tool is not installed (Debian: libsecret-tools)";
        }
    }

    static (int Exit, string Output, string Error) Run(string? input, string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(Tool, words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            throw PlatformErrors.KeyringFailed("it did not answer; perhaps a window waits for its password");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult().TrimEnd('\n'), error.GetAwaiter().GetResult());
    }
}
