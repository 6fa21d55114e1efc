using System.CommandLine;
using System.Diagnostics;
using Workbench.Model;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary><c>notebook serve</c>: a page on this machine to write and run notebooks in.</summary>
static class NotebookServeVerb
{
    public static Command Make(Workspace workspace)
    {
        var what = new Argument<string?>("what") { Description = "a folder of notebooks, or one to open (default notebooks/)", HelpName = "FILE|DIR", Arity = ArgumentArity.ZeroOrOne };
        var port = new Option<int>("--port") { Description = "port on 127.0.0.1 (default: any free one)", HelpName = "N" };
        var noBrowser = new Option<bool>("--no-browser") { Description = "open no browser" };
        return new Command("serve", "Write and run notebooks in the browser, on this machine alone. Example: notebook serve notebooks") { what, port, noBrowser }.Does((parsed, terminal, cancel) =>
            Serve(workspace, parsed.GetValue(what) ?? Path.Combine(workspace.Root, "notebooks"), PortOf(parsed.GetValue(port)), !parsed.GetValue(noBrowser), terminal, cancel).GetAwaiter().GetResult());
    }

    static int PortOf(int port) => port is >= 0 and <= 65_535 ? port : throw CliErrors.BadNumber("--port", FormattableString.Invariant($"{port}"), "0 to 65535 are possible");

    static async Task<ExitCode> Serve(Workspace workspace, string what, int port, bool opens, Terminal terminal, CancellationToken cancel)
    {
        var (folder, file) = Directory.Exists(what) ? (what, null)
            : File.Exists(what) ? (Path.GetDirectoryName(Path.GetFullPath(what))!, Path.GetFileName(what))
            : throw PageErrors.NothingToServe(what);
        var served = new PageFolder(folder);
        if (file is not null)
        {
            _ = served.Find(file);
        }

        await using var server = await PageServer.Start(served, port, () => Task.FromResult<IKernel>(KernelRoom.Start(workspace, new KernelLimits(), drawsFigures: true))).ConfigureAwait(false);
        Say(terminal, workspace, server, folder, file);
        if (opens && !terminal.Json)
        {
            Browser(server.Address(file), terminal);
        }

        await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Ok;
    }

    static void Say(Terminal terminal, Workspace workspace, PageServer server, string folder, string? file)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("address", server.Address(file).ToString());
                writer.WriteString("folder", workspace.Show(folder));
                writer.WriteEndObject();
            }));
        }

        terminal.Result($"The notebooks of {workspace.Show(folder)} are served at {server.Address(file)}\nWhoever has this address can run programs as you. Ctrl-C ends the page and its kernels.");
        Console.Out.Flush();
    }

    static void Browser(Uri address, Terminal terminal)
    {
        var opener = OperatingSystem.IsMacOS() ? "open" : OperatingSystem.IsWindows() ? "explorer" : "xdg-open";
        try
        {
            using var _ = Process.Start(new ProcessStartInfo(opener, [address.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            terminal.Progress("No browser could be opened here: copy the address into one.");
        }
    }
}
