using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Search;

/// <summary>What the check says of data stands in the report of whatever is made of them, as in a backtest's.</summary>
[Collection(LabCollection.Name)]
public sealed partial class StudyVerdictTests(Lab lab)
{
    const string Accept = "--accept-data-warnings";
    static readonly string[] Axes = ["--set", "fast=5,10", "--set", "slow=20", "--set", "timeframe=1m"];
    static readonly string[] Point = ["--set", "fast=5", "--set", "slow=20", "--set", "timeframe=1m"];

    // The tests of a collection run one after the other, in one process.
    static (Shell Shell, JsonElement Backtest)? known;

    [Theory]
    [InlineData("walkforward", "--folds 2")]
    [InlineData("stress", "--kinds flash-crash --seeds 1 --strengths 1")]
    public void A_study_of_refused_data_is_refused_or_says_so_in_text_json_and_page(string verb, string more)
    {
        var (shell, backtest) = Refused();
        var page = shell.Path(verb + ".html");
        var json = Judged(verb, [.. Point, .. more.Split(' ')], "--page", page);
        var shown = DataOf(page);
        Assert.True(JsonElement.DeepEquals(backtest.GetProperty("data"), shown.GetProperty("data")), shown.GetProperty("data").ToString());
        Assert.Equal(Sentence(json), shown.GetProperty("warnings")[0].GetString());
    }

    [Theory]
    [InlineData("sweep", "--objective sharpe")]
    [InlineData("evolve", "--population 4 --islands 1 --generations 1 --min-trades 0")]
    public void A_search_of_refused_data_says_so_and_its_page_still_does(string verb, string more)
    {
        var (shell, backtest) = Refused();
        var json = Judged(verb, [.. Axes, .. more.Split(' ')]);
        var page = shell.Path(verb + ".html");
        var compared = shell.Run("compare", "last", "--out", page, "--json").Good().Json().GetProperty("search");
        Assert.True(compared.GetProperty("acceptDataWarnings").GetBoolean());
        Assert.True(JsonElement.DeepEquals(backtest.GetProperty("data"), compared.GetProperty("data")), compared.GetProperty("data").ToString());
        Assert.Contains(Sentence(json), DataOf(page).GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
    }

    [Fact]
    public void That_refused_data_may_be_used_is_part_of_a_sweep_s_identity()
    {
        // Of data that nobody refuses: the word alone makes another plan, as it makes another recipe.
        (string Id, string Text) Plan(params string[] more)
        {
            var planned = lab.Shell.Run(["sweep", Scripts.SmaCross, "--data", "EURUSD:ticks", .. Axes, "--engine", "plan", "--json", .. more]).Good().Json();
            return (planned.GetProperty("planId").GetString()!, File.ReadAllText(Path.Combine(lab.Shell.Path("home"), planned.GetProperty("plan").GetString()!)));
        }

        var (without, with) = (Plan(), Plan(Accept));
        Assert.NotEqual(without.Id, with.Id);
        Assert.Contains("\"acceptDataWarnings\": true", with.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("acceptDataWarnings", without.Text, StringComparison.Ordinal);
    }

    /// <summary>Runs a study three times: unasked it is refused, else it says what a backtest says, to programs and to people.</summary>
    JsonElement Judged(string verb, string[] words, params string[] more)
    {
        var (shell, backtest) = Refused();
        string[] study = [verb, Scripts.SmaCross, "--data", "EURUSD:ticks", .. words];
        shell.Run(study).Refused("WB4470", ExitCode.Data).Saying(Accept);
        Assert.Contains(Sentence(backtest), shell.Run([.. study, Accept]).Good().Out, StringComparison.Ordinal);

        var json = shell.Run([.. study, Accept, "--json", .. more]).Good().Json();
        Assert.True(json.GetProperty("acceptDataWarnings").GetBoolean());
        Assert.Equal("refused", json.GetProperty("data")[0].GetProperty("quality").GetString());
        Assert.True(JsonElement.DeepEquals(backtest.GetProperty("data"), json.GetProperty("data")), json.GetProperty("data").ToString());
        Assert.Equal(Sentence(backtest), Sentence(json));
        return json;
    }

    /// <summary>A project whose data are refused, and a backtest over them.</summary>
    (Shell Shell, JsonElement Backtest) Refused()
    {
        if (known is not { } there)
        {
            var shell = lab.Kept();
            shell.Run("data", "import", shell.Write("crossed.csv", Crossed()), "--instrument", "EURUSD", "--format", "csv", "--max-crossed", "1").Good();
            there = (shell, shell.Run(["backtest", Scripts.SmaCross, "--data", "EURUSD:ticks", .. Point, Accept, "--json"]).Good().Json());
            known = there;
        }

        return there;
    }

    static string Sentence(JsonElement document) => Assert.Single(
        document.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!), warning => warning.StartsWith("REFUSED data, accepted: EURUSD ticks, 1 of 1 days refused", StringComparison.Ordinal));

    static JsonElement DataOf(string page) => JsonDocument.Parse(Data().Match(File.ReadAllText(page)).Groups[1].Value).RootElement;

    /// <summary>A day of quotes that go up and down; one in ten has its bid above its ask.</summary>
    static string Crossed()
    {
        var text = new StringBuilder("time,bid,ask\n");
        for (var at = 0; at < 2_880; at++)
        {
            var bid = 110_000 + (int)(80 * Math.Sin(at / 90d)) + (at % 3);
            var (first, second) = at % 10 == 3 ? (bid + 8, bid) : (bid, bid + 8);
            text.Append(CultureInfo.InvariantCulture, $"{new DateTime(2024, 3, 5).AddSeconds(30 * at):yyyy-MM-ddTHH:mm:ss}Z,{first / 100_000m:0.00000},{second / 100_000m:0.00000}\n");
        }

        return text.ToString();
    }

    [GeneratedRegex("""<script type="application/json" id="data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Data();
}
