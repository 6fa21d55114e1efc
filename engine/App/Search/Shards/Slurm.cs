using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbench.App;

/// <summary>The cluster's own commands: <c>sbatch</c>, <c>squeue</c>, <c>scancel</c>, <c>scontrol</c>. Nothing else of Slurm is needed.</summary>
static partial class Slurm
{
    const int DefaultArray = 1_001;

    /// <summary>Sends a batch file.</summary>
    /// <returns>The number of its job.</returns>
    public static string Submit(string script)
    {
        var answer = Ask("sbatch", ["--parsable", script]);
        return answer.Exit == 0 ? answer.Output.Trim().Split(';')[0] : throw ShardErrors.SlurmRefused(answer.Error.Trim());
    }

    /// <summary>Whether a job still waits or runs. Where Slurm does not answer, it is taken to: a controller that restarts loses no job.</summary>
    public static bool IsThere(string job)
    {
        var answer = Ask("squeue", ["--noheader", "--format=%i", "--jobs=" + job]);
        return answer.Exit == 0 ? answer.Output.Trim().Length > 0 : !answer.Error.Contains("Invalid job id", StringComparison.Ordinal);
    }

    /// <summary>Ends a job.</summary>
    public static void Cancel(string job) => Ask("scancel", [job]);

    /// <summary>Most tasks that an array may have.</summary>
    public static int ArrayLimit()
    {
        var match = ArraySize().Match(Ask("scontrol", ["show", "config"]).Output);
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) - 1 : DefaultArray - 1;
    }

    static (int Exit, string Output, string Error) Ask(string command, IReadOnlyList<string> words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            throw ShardErrors.NoSlurm(command + " cannot be started");
        }
    }

    [GeneratedRegex(@"^MaxArraySize\s*=\s*(\d+)", RegexOptions.Multiline)]
    private static partial Regex ArraySize();
}
