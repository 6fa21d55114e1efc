using System.Diagnostics;

namespace Workbench.Research.Tests;

/// <summary>A headless Chromium that can reach nothing: every name resolves to nowhere.</summary>
static class Browser
{
    public static string? Program { get; } = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static string? SkipReason { get; } = Program is null ? "no chromium on the PATH: apt-get install -y chromium" : null;

    /// <summary>The page's elements after its scripts ran, and what the browser complained about.</summary>
    public static (string Dom, string Log) Dom(string file, int width = 1280) => Run(file, width, "--dump-dom", "--enable-logging=stderr", "--v=0");

    /// <summary>Takes the picture of a page.</summary>
    public static void Picture(string file, string png, int width, int height) => Run(file, width, $"--screenshot={png}", $"--window-size={width},{height}");

    static (string Out, string Err) Run(string file, int width, params string[] more)
    {
        using var profile = new TempFolder();
        var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND",
            $"--user-data-dir={profile.Path}", FormattableString.Invariant($"--window-size={width},1250"), "--virtual-time-budget=8000", .. more, "file://" + file])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var log = process.StandardError.ReadToEndAsync();
        var dom = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("The browser did not end within three minutes.");
        }

        return (dom.Result, log.Result);
    }
}
