using System.Text.RegularExpressions;

namespace Workbench.Architecture.Tests;

/// <summary>The two commands of a newcomer run in the bash that macOS ships, which is of 2007.</summary>
public sealed partial class ShellTests
{
    public static TheoryData<string> Scripts => ["run.sh", ".ci/run"];

    [Theory, MemberData(nameof(Scripts))]
    public void A_script_is_sound_to_bash(string script) => Assert.Empty(Checkout.Run("bash", "-n", Repository.Path(script)));

    [Theory, MemberData(nameof(Scripts))]
    public void A_script_uses_nothing_newer_than_bash_3_2(string script) =>
        Assert.DoesNotMatch(Newer(), File.ReadAllText(Repository.Path(script)));

    [Theory]
    [InlineData("mapfile -t lines")]
    [InlineData("declare -A table")]
    [InlineData("echo ${name,,}")]
    [InlineData("make |& tee log")]
    [InlineData("make &>> log")]
    [InlineData("wait -n")]
    public void What_is_newer_is_recognised(string line) => Assert.Matches(Newer(), line);

    [GeneratedRegex(@"\b(mapfile|readarray|coproc)\b|(declare|local|typeset) -[a-z]*[An]|\$\{\w+(,,|\^\^)|\|&|&>>|wait -n|\$EPOCH|globstar|\$\{\w+@")]
    private static partial Regex Newer();
}
