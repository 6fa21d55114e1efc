using System.Globalization;
using System.Reflection;

namespace Workbench.App;

/// <summary>This program, called as the worker of a plan's shards by a scheduler.</summary>
static class ShardProgram
{
    /// <summary>The words that start this program.</summary>
    public static IReadOnlyList<string> Self
    {
        get
        {
            var host = Environment.ProcessPath!;

            // Started as "dotnet Workbench.App.dll", the program is the first word behind its host.
            return Path.GetFileNameWithoutExtension(host) == "dotnet" ? [host, Assembly.GetExecutingAssembly().Location] : [host];
        }
    }

    /// <summary>The words that start a worker; the scheduler says which shard.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cores">Threads it may take.</param>
    public static IReadOnlyList<string> Words(string plan, int cores) =>
        [.. Self, "shard", "run", "--plan", Path.GetFullPath(plan), "--cores", cores.ToString(CultureInfo.InvariantCulture)];
}
