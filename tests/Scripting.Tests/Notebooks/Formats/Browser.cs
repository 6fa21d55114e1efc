using System.Diagnostics;

namespace Workbench.Scripting.Tests.Notebooks.Formats;

/// <summary>A headless Chromium that can reach nothing: every name resolves to nowhere.</summary>
static class Browser
{
    public static string? Program { get; } = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static string? SkipReason { get; } = Program is null ? "no chromium on the PATH: apt-get install -y chromium" : null;

    /// <summary>Takes the picture of a page.</summary>
    public static void Picture(string file, string png, int width, int height, bool dark = false)
    {
        using var profile = new TempFolder();
        var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND",
            $"--user-data-dir={profile.Path}", FormattableString.Invariant($"--window-size={width},{height}"), .. dark ? ["--blink-settings=preferredColorScheme=0"] : Array.Empty<string>(),
            $"--screenshot={png}", "file://" + file])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(60)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("The browser did not end within a minute.");
        }
    }
}
