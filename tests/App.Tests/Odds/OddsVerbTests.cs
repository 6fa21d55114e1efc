using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Odds;

/// <summary><c>odds</c>: the odds of luck from a file of returns, and the study of the tests.</summary>
[Collection(LabCollection.Name)]
public sealed class OddsVerbTests(Lab lab)
{
    [Fact]
    public void A_file_of_returns_is_judged_in_words_and_in_one_document()
    {
        var file = lab.Shell.Write("returns.csv", "a,b,flat\n" + string.Concat(Enumerable.Range(0, 80).Select(t => FormattableString.Invariant($"{(t % 7 - 3) / 1000d},{(t % 5 - 1.9) / 1000d},0\n"))));
        var said = lab.Shell.Run("odds", "--returns", file, "--trials", "640", "--replicates", "500").Good();
        var json = lab.Shell.Run("odds", "--returns", file, "--trials", "640", "--replicates", "500", "--json", "--quiet").Good().Json();

        Assert.StartsWith("640 trials; a best this good comes by luck in ", said.Out, StringComparison.Ordinal);
        Assert.Equal(json.GetProperty("sentence").GetString(), said.Out.Split('\n')[0]);
        Assert.Equal(640, json.GetProperty("trials").GetInt64());
        Assert.Equal("flat", json.GetProperty("leftOut")[0].GetProperty("name").GetString());
    }

    [Theory, InlineData("a,b\n1,2\n3\n", "line 3: 1 cells for 2 names"), InlineData("a,b\n1,x\n", "line 2: 'x' is no number"), InlineData("a,b\n", "there are no returns below the names")]
    public void A_file_that_is_no_table_of_returns_is_refused_with_the_line(string text, string why) =>
        lab.Shell.Run("odds", "--returns", lab.Shell.Write("bad.csv", text)).Refused("WB4143", ExitCode.Usage).Saying(why);

    [Fact]
    public void Nothing_to_judge_and_a_file_that_is_not_there_are_refused()
    {
        lab.Shell.Run("odds").Refused("WB4144", ExitCode.Usage);
        lab.Shell.Run("odds", "--returns", "nowhere.csv").Refused("WB4142", ExitCode.NotFound);
        lab.Shell.Run("odds", "--study", "noise", "--studies", "0").Refused("WB1005", ExitCode.Usage);
    }

    [Fact]
    public void A_study_counts_each_test_with_its_interval()
    {
        var counts = lab.Shell.Run("odds", "--study", "edge", "--studies", "3", "--variants", "20", "--periods", "60", "--replicates", "99", "--json").Good().Json().GetProperty("counts");

        Assert.Equal(7 * 5, counts.GetArrayLength());
        Assert.All(counts.EnumerateArray(), count => Assert.InRange(count.GetProperty("share").GetDouble(), count.GetProperty("low").GetDouble(), count.GetProperty("high").GetDouble()));
    }
}
