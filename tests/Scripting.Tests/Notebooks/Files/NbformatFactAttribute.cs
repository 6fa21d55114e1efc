using System.Diagnostics;

namespace Workbench.Scripting.Tests;

/// <summary>A test against Jupyter's own library for files, where the machine has it.</summary>
public sealed class NbformatFactAttribute : FactAttribute
{
    public NbformatFactAttribute()
    {
        if (Python("import nbformat") is not (0, _))
        {
            Skip = "Jupyter's nbformat is not installed here (Debian: python3-nbformat).";
        }
    }

    /// <summary>Runs a program of Python's: its exit code, and what it said.</summary>
    public static (int Exit, string Said) Python(string program, params string[] words)
    {
        var start = new ProcessStartInfo(File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3", ["-c", program, .. words]) { RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, said);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            return (-1, error.Message);
        }
    }
}
