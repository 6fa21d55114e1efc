using System.Text.RegularExpressions;
using Workbench.App.Tests.Kit;
using Workbench.Support;

namespace Workbench.App.Tests;

/// <summary>The README shows what a newcomer will see; here it is seen.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Main_job_prints_what_the_readme_shows()
    {
        var readme = File.ReadAllText(Repository.Path("README.md"));
        var shown = Block().Match(readme[readme.IndexOf("```sh\n./run.sh\n```", StringComparison.Ordinal)..]).Groups["text"].Value;
        var words = MainJob().Match(File.ReadAllText(Repository.Path("run.sh"))).Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var shell = new Shell();

        var printed = shell.Run([.. words.Select(word => word.StartsWith("strategies/", StringComparison.Ordinal) || word.StartsWith("data/", StringComparison.Ordinal) ? Repository.Path(word) : word)]);

        Assert.Equal(Timeless(shown), Timeless(printed.Good().Out));
    }

    [Fact]
    public void Script_in_the_readme_is_the_script_in_strategies()
    {
        var readme = File.ReadAllText(Repository.Path("README.md"));
        var shown = readme.Split("```csharp\n")[1].Split("```")[0].Trim();

        Assert.EndsWith(shown, File.ReadAllText(Repository.Path("strategies/sma-cross.csx")).Trim());
    }

    /// <summary>Without what differs from run to run: seconds, speed, and the run's name.</summary>
    static string Timeless(string text) => RunName().Replace(Speed().Replace(text, "events in … s, … events/s"), "report: …").Trim();

    [GeneratedRegex(@"```text\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"main_job=\((?<words>[^)]*)\)")]
    private static partial Regex MainJob();

    [GeneratedRegex(@"events in [\d.]+ s, [\d,]+ events/s")]
    private static partial Regex Speed();

    [GeneratedRegex(@"report: \S+")]
    private static partial Regex RunName();
}
