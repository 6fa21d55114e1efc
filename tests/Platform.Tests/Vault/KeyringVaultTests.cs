using System.Diagnostics;

namespace Workbench.Platform.Tests.Vault;

/// <summary>Against gnome-keyring on a bus of its own, in a child process, with a home of its own: no keyring of the user is touched.</summary>
public sealed class KeyringVaultTests : IDisposable
{
    readonly TempFolder folder = new();

    [KeyringFact]
    public void Keys_are_kept_listed_found_replaced_and_forgotten() => Assert.Equal(
        ["usable", "none", "oanda/demo oanda/other", "planted-token-5ea7 planted/secret+6fb8=", "changed", "True False", "oanda/other"], Run(
            "printf 'pass\\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1; "));

    [KeyringFact]
    public void Without_a_service_it_says_why_it_cannot_be_used() =>
        Assert.Contains("no Secret Service answers", Assert.Single(Run("export DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere; ")), StringComparison.Ordinal);

    /// <summary>What the child does.</summary>
    internal static void Act()
    {
        var vault = new KeyringVault();
        Console.WriteLine(vault.Refusal ?? "usable");
        if (vault.Refusal is not null)
        {
            return;
        }

        Console.WriteLine(vault.Find("oanda", "demo")?.ToString() ?? "none");
        vault.Store(FileVaultTests.Demo("demo"));
        vault.Store(FileVaultTests.Demo("other"));
        Console.WriteLine(string.Join(' ', vault.List().Select(entry => $"{entry.Venue}/{entry.Name}")));
        Console.WriteLine($"{vault.Find("oanda", "demo")!.Key} {vault.Find("oanda", "demo")!.Secret}");
        vault.Store(FileVaultTests.Demo("demo") with { Key = "changed" });
        Console.WriteLine(vault.Find("oanda", "demo")!.Key);
        Console.WriteLine($"{vault.Remove("oanda", "demo")} {vault.Remove("oanda", "demo")}");
        Console.WriteLine(string.Join(' ', vault.List().Select(entry => $"{entry.Venue}/{entry.Name}")));
    }

    string[] Run(string before)
    {
        var start = new ProcessStartInfo("dbus-run-session", ["--", "bash", "-c", $"{before}exec dotnet '{typeof(KeyringVaultTests).Assembly.Location}' keyring"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var place in new[] { "HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME" })
        {
            start.Environment[place] = folder.Path;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose() => folder.Dispose();
}
