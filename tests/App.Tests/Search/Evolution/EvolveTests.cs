using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Model;
using Workbench.Research.Search;

namespace Workbench.App.Tests.Search;

/// <summary>Evolutions over 60,000 generated ticks: what they find, and that only the seed decides it.</summary>
[Collection(LabCollection.Name)]
public sealed class EvolveTests(Lab lab)
{
    static readonly string[] Settings = [Scripts.SmaCross, "--data", "EURUSD:ticks", "--set", "timeframe=10s,1m", "--set", "fast=2..40", "--set", "slow=5..120", "--where", "fast<slow"];
    static readonly string[] Breeding = ["--data", "EURUSD:ticks", "--frames", "1m,5m"];
    static readonly string[] Small = ["--population", "16", "--islands", "2"];

    // The tests of a collection run one after the other, in one process.
    static readonly Dictionary<string, (Shell, JsonElement)> Known = [];

    public static TheoryData<string> Kinds => ["settings", "scripts"];

    [Theory, MemberData(nameof(Kinds))]
    public void The_same_seed_has_the_same_champions_on_one_core_and_on_two(string kind) =>
        Assert.Equal(Champions(Evolved(kind, "--cores", "1")), Champions(Evolved(kind, "--cores", "2")));

    [Theory, MemberData(nameof(Kinds))]
    public void Every_survivor_backtests_to_the_hash_of_its_genome(string kind)
    {
        var (shell, evolution) = Evolved(kind);
        var split = evolution.GetProperty("splits")[0].GetProperty("inSample");
        foreach (var champion in evolution.GetProperty("champions").EnumerateArray().Take(2))
        {
            var script = shell.Path($"home/data/evolutions/{Text(evolution, "evolution")}/{Text(champion, "script")}");
            var run = shell.Run("backtest", script, "--data", "EURUSD:ticks", "--from", Text(split, "from"), "--to", Text(split, "to"), "--seed", "5", "--json").Good().Json();
            Assert.Equal(Text(champion, "eventLogHash"), Text(run, "eventLogHash"));
        }
    }

    [Fact]
    public void An_evolution_that_was_killed_goes_on_to_the_same_champions()
    {
        const string kind = "scripts";
        using var shell = lab.FreshWithData();
        var running = shell.Start(Words(kind, generations: 40));
        running.Until(() => Generations(shell) >= 2);
        running.Kill();
        running.Wait(TimeSpan.FromMinutes(1));
        var before = Directory.GetDirectories(shell.Path("home/data/evolutions")).Single();
        var kept = Directory.GetFiles(before, "generation-*.json").ToDictionary(file => file, File.ReadAllBytes);

        var resumed = shell.Run("evolve", "--resume", "last", "--generations", "5", "--json").Good().Json();

        Assert.True(kept.Count >= 2);
        Assert.All(kept, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        var whole = shell.Run([.. Words(kind, generations: 5), "--json"]).Good().Json();
        Assert.Equal(Champions((shell, whole)), Champions((shell, resumed)));
    }

    [Fact]
    public void A_finished_search_of_either_kind_is_a_document_of_all_that_was_tried()
    {
        var (shell, evolution) = Evolved("scripts");
        var document = EvolutionFolder.Load(Workspace.At(shell.Path("home")), Text(evolution, "evolution"));

        Assert.Equal(evolution.GetProperty("tried").GetInt32(), document.Variants.Count);
        Assert.All(document.Variants.Where(each => each.Result.State == VariantState.Finished), each => Assert.Equal(document.Clock.Ends.Count, each.Result.Returns.Count));
        Assert.Equal(document.Variants.Max(each => each.Objective.Value), document.Variants[0].Objective.Value);

        var page = shell.Path("evolution.html");
        shell.Run("compare", Text(evolution, "evolution"), "--out", page, "--quiet").Good();
        Assert.Contains(VariantName.Of(document.Variants[0].Result.Key), File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Variants_of_a_sweep_are_listed_and_told_apart_as_well()
    {
        using var shell = lab.FreshWithData();
        shell.Run("sweep", Scripts.SmaCross, "--data", "EURUSD:ticks", "--set", "fast=5,10", "--set", "slow=40", "--set", "timeframe=1m", "--json").Good();
        var id = Path.GetFileName(Directory.GetDirectories(shell.Path("home/data/sweeps")).Single());

        var variants = shell.Run("variants", id, "--json").Good().Json().GetProperty("variants").EnumerateArray().ToList();
        var difference = shell.Run("variants", id, "--diff", Text(variants[0], "name"), Text(variants[1], "name")).Good().Out;

        Assert.Contains("-fast=", difference, StringComparison.Ordinal);
        Assert.Contains("+fast=", difference, StringComparison.Ordinal);
        Assert.Contains("trades: ", difference, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_evaluation_is_a_trial_of_the_family_and_a_second_evolution_adds_to_them()
    {
        using var shell = lab.FreshWithData();
        var first = shell.Run([.. Words("settings"), "--json"]).Good().Json();
        var again = shell.Run([.. Words("settings"), "--json"]).Good().Json();
        var other = shell.Run([.. Words("settings", seed: 6), "--json"]).Good().Json();

        Assert.Equal(first.GetProperty("behaviours").GetInt64(), first.GetProperty("trialsInFamily").GetInt64());
        Assert.Equal(first.GetProperty("trialsInFamily").GetInt64(), again.GetProperty("trialsInFamily").GetInt64());
        Assert.True(other.GetProperty("trialsInFamily").GetInt64() > first.GetProperty("trialsInFamily").GetInt64());
    }

    [Fact]
    public void The_sealed_stretch_is_opened_once_for_a_family()
    {
        using var shell = lab.FreshWithData();
        var evolution = shell.Run([.. Words("settings"), "--keep", "1", "--json"]).Good().Json();
        var kept = evolution.GetProperty("kept")[0].GetString()!;
        Assert.StartsWith("strategies/evolved/sma-cross-", kept, StringComparison.Ordinal);
        Assert.Contains("// made by: ", File.ReadAllText(shell.Path("home/" + kept)), StringComparison.Ordinal);
        File.Delete(shell.Path("home/" + kept));

        var name = Text(evolution.GetProperty("champions")[0], "name");
        var second = shell.Run("variants", "keep", "last", name, "--json").Good().Json();

        Assert.Contains("was opened", Text(second, "sealed"), StringComparison.Ordinal);
        shell.Run("variants", "keep", "last", name).Refused("WB1009", ExitCode.Usage);
    }

    [Fact]
    public void Nothing_of_the_time_held_out_changes_what_is_selected()
    {
        var split = Evolved("settings").Evolution.GetProperty("splits")[0].GetProperty("inSample");
        using var shell = lab.FreshWithData();

        var shorter = shell.Run([.. Words("settings"), "--from", Text(split, "from"), "--to", Text(split, "to"), "--oos", "0%", "--json"]).Good().Json();

        Assert.Equal(
            Champions(Evolved("settings")).Order(StringComparer.Ordinal), Champions((shell, shorter)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Parent_and_child_are_told_apart_in_text_and_trades()
    {
        var (shell, evolution) = Evolved("settings");
        var child = evolution.GetProperty("family").EnumerateArray().First(member => member.GetProperty("parents").GetArrayLength() > 0);

        var difference = shell.Run("variants", Text(evolution, "evolution"), "--diff", child.GetProperty("parents")[0].GetString()!, Text(child, "name"), "--json").Good().Json();

        Assert.Contains(difference.GetProperty("lines").EnumerateArray(), line => line.GetString()!.StartsWith("+", StringComparison.Ordinal));
        Assert.Equal(child.GetProperty("trades").GetInt32(), difference.GetProperty("trades").GetProperty("same").GetInt32()
            + difference.GetProperty("trades").GetProperty("changed").GetInt32() + difference.GetProperty("trades").GetProperty("added").GetInt32());
        var tree = shell.Run("variants", Text(evolution, "evolution"), "--tree").Good().Out;
        Assert.All(evolution.GetProperty("champions").EnumerateArray(), champion => Assert.Contains(Text(champion, "name"), tree, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("WB4442", "--data", "EURUSD", "--set", "fast=5")]
    [InlineData("WB4442", "--data", "EURUSD", "--where", "fast<slow")]
    [InlineData("WB4442", "--data", "EURUSD", "--keep", "300")]
    [InlineData("WB4442", "strategies/sma-cross.csx", "--data", "EURUSD", "--frames", "1m")]
    [InlineData("WB1005", "--data", "EURUSD", "--frames", "weekly")]
    [InlineData("WB4442", "--resume", "last", "--data", "EURUSD")]
    [InlineData("WB4441", "--data", "EURUSD", "--objectives", "return,return")]
    [InlineData("WB4170", "--data", "EURUSD", "--objectives", "return,drawdown,trades,complexity,sharpe")]
    [InlineData("WB4170", "--data", "EURUSD", "--objectives", ",")]
    [InlineData("WB4171", "--data", "EURUSD", "--population", "10")]
    [InlineData("WB1005", "--data", "EURUSD", "--generations", "0")]
    [InlineData("WB1005", "--data", "EURUSD", "--oos", "95%")]
    [InlineData("WB1014", "--data", "EURUSD", "--data", "EURUSD")]
    [InlineData("WB1001")]
    public void An_ask_that_contradicts_itself_or_asks_for_nothing_is_refused(string code, params string[] words)
    {
        var refusal = Assert.Throws<WorkbenchException>(() => EvolveOptions.Read(Workspace.At(lab.Shell.Path("home")), words));
        Assert.Equal((code, ExitCode.Usage), (refusal.Code, refusal.Exit));
    }

    [Fact]
    public void A_name_that_nobody_has_is_told_so()
    {
        var (shell, _) = Evolved("settings");
        shell.Run("variants", "nothing-of-that-name").Refused("WB4440", ExitCode.NotFound);
        shell.Run("evolve", "--resume", "nothing-of-that-name").Refused("WB4440", ExitCode.NotFound);
        shell.Run("variants", "last", "--family", "zzz").Refused("WB4447", ExitCode.NotFound);
    }

    [Fact]
    public void Where_nobody_trades_enough_the_reason_is_told_and_nothing_is_written()
    {
        using var shell = lab.FreshWithData();
        shell.Run(Words("settings", minTrades: 100_000)).Refused("WB4449", ExitCode.StrategyFailed).Saying("fewer than 100000 trades");
    }

    (Shell Shell, JsonElement Evolution) Evolved(string kind, params string[] more)
    {
        var words = string.Join(' ', [kind, .. more]);
        if (!Known.TryGetValue(words, out var known))
        {
            var shell = lab.KeptWithData();
            Known[words] = known = (shell, shell.Run([.. Words(kind), .. more, "--json"]).Good().Json());
        }

        return known;
    }

    static string[] Words(string kind, int generations = 3, int seed = 5, int minTrades = 3) =>
        ["evolve", .. kind == "settings" ? Settings : Breeding, .. Small, "--generations", $"{generations}", "--seed", $"{seed}", "--min-trades", $"{minTrades}"];

    static int Generations(Shell shell) => !Directory.Exists(shell.Path("home/data/evolutions")) ? 0
        : Directory.GetFiles(shell.Path("home/data/evolutions"), "generation-*.json", SearchOption.AllDirectories).Length;

    static string[] Champions((Shell, JsonElement Evolution) of) =>
    [
        .. of.Evolution.GetProperty("champions").EnumerateArray().Select(champion => $"{Text(champion, "name")} {Text(champion, "eventLogHash")} {champion.GetProperty("scores")}"),
    ];

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
