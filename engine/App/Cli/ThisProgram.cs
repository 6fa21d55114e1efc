using System.Diagnostics;
using System.Reflection;

namespace Workbench.App;

/// <summary>This program, for whoever starts it once more: as a kernel's worker, as a scheduler's, or to go on where this process cannot.</summary>
static class ThisProgram
{
    /// <summary>The words that start it.</summary>
    public static IReadOnlyList<string> Words
    {
        get
        {
            var host = Environment.ProcessPath!;

            // Started as "dotnet Workbench.App.dll", the program is the first word behind its host.
            return Path.GetFileNameWithoutExtension(host) == "dotnet" ? [host, Assembly.GetExecutingAssembly().Location] : [host];
        }
    }

    /// <summary>A process of it, at home in the same project.</summary>
    /// <param name="workspace">The project.</param>
    /// <param name="words">What to call it with.</param>
    public static ProcessStartInfo Call(Workspace workspace, params IEnumerable<string> words) =>
        new(Words[0], [.. Words.Skip(1), .. words]) { Environment = { ["WORKBENCH_ROOT"] = workspace.Root } };
}
