using System.Diagnostics;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Notebooks.Jupyter;

/// <summary>Jupyter as this machine has it, with our kernel among its own.</summary>
static class InstalledJupyter
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    // Debian's own Python, before one that somebody put before it and that knows no Jupyter.
    static readonly string? Python = new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(KnowsJupyter);

    public static string? SkipReason { get; } = Python is null ? "no Python that knows jupyter_client and nbconvert: apt-get install -y jupyter-nbconvert" : null;

    /// <summary>Installs the kernel into the shell's folder.</summary>
    public static void Install(Shell shell) => shell.RunUnder(Environment(shell), "notebook", "install-kernel").Good();

    /// <summary>Runs Python with these words, and with Jupyter's data in the shell's folder.</summary>
    public static Answer Run(Shell shell, params string[] words)
    {
        var start = new ProcessStartInfo(Python!, words)
        {
            WorkingDirectory = shell.Path("."),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("DOTNET_", StringComparison.Ordinal) && name != "DOTNET_ROOT").ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Environment(shell))
        {
            start.Environment[name] = value;
        }

        return new Running(start).Wait(Patience);
    }

    static Dictionary<string, string> Environment(Shell shell) => new()
    {
        ["JUPYTER_DATA_DIR"] = shell.Path("jupyter"),
        ["JUPYTER_CONFIG_DIR"] = shell.Path("jupyter-config"),
        ["JUPYTER_RUNTIME_DIR"] = shell.Path("jupyter-runtime"),
    };

    static bool KnowsJupyter(string python)
    {
        try
        {
            return new Running(new ProcessStartInfo(python, ["-c", "import jupyter_client, nbconvert"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }).Wait(TimeSpan.FromMinutes(1)).Exit == ExitCode.Ok;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
