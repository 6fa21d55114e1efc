using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Core;
using Workbench.Model;
using Workbench.Support;

namespace Workbench.App.Tests.Proofs;

/// <summary>The fourth lock: <c>check --data</c> names whoever looks ahead, and accuses nobody who does not.</summary>
[Collection(LabCollection.Name)]
public sealed class LookAheadTests(Lab lab)
{
    const string Head = "#r \"Foresight.dll\"\n";

    [Theory]
    [InlineData("sma-cross", "EURUSD")]
    [InlineData("breakout", "EURUSD")]
    [InlineData("session-trend", "XAUUSD")]
    [InlineData("session-trend", "US30")]
    public void The_scripts_that_ship_are_not_accused(string script, string instrument)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var request = new BacktestRequest
            {
                Script = Repository.Path($"strategies/{script}.csx"), Data = [DataRequest.Parse(instrument + ":ticks")], Lake = Repository.Path("data/samples"), Seed = seed,
            };
            Innocent(request);
        }
    }

    [SharedDataTheory]
    [InlineData("sma-cross", "qty=1000")]
    [InlineData("breakout", "entryBars=20")]
    public void The_scripts_that_ship_are_not_accused_on_real_ticks(string script, string setting) => Innocent(new BacktestRequest
    {
        Script = Repository.Path($"strategies/{script}.csx"), Data = [DataRequest.Parse("GBPJPY:ticks")], Lake = lab.GbpJpy, Settings = [setting],
    });

    [Fact]
    public void Check_over_data_says_that_nobody_looked_ahead()
    {
        var check = lab.Shell.Run("check", Scripts.SmaCross, "--data", "EURUSD:ticks", "--cuts", "3", "--seed", "9", "--json").Good().Json();

        var proof = check.GetProperty("lookAhead");
        Assert.True(check.GetProperty("passed").GetBoolean() && proof.GetProperty("passed").GetBoolean());
        Assert.Equal((3, 15, 9), (proof.GetProperty("cuts").GetArrayLength(), proof.GetProperty("reruns").GetInt32(), proof.GetProperty("seed").GetInt32()));
        Assert.True(proof.GetProperty("compared").GetInt64() > 50);
        Assert.False(lab.Shell.Run("check", Scripts.SmaCross, "--json").Good().Json().TryGetProperty("lookAhead", out _));
    }

    [Fact]
    public void A_bar_read_before_its_close_through_a_data_file_is_found_with_time_and_order()
    {
        using var shell = lab.FreshWithData();
        var script = Offender(shell, """
            public override void OnStart() => Subscribe(Bars.Minutes(15));
            public override void OnBar(in Bar bar)
            {
                TargetPosition(Foresight.BidAt(bar.CloseTime.AddMinutes(15)) > Foresight.BidAt(bar.CloseTime) ? 1000m : -1000m, tag: "knows");
            }
            """);

        var found = Guilty(shell, script);

        Assert.All(found, each => Assert.True(Time(each) <= Instant(each, "cut") && Instant(each.GetProperty("firstChanged"), "time") >= Instant(each, "cut")));
        Assert.Contains(found, each => each.GetProperty("before") is { ValueKind: JsonValueKind.Object } before && before.GetProperty("tag").GetString() == "knows");
        var person = shell.Run("check", script, "--data", "EURUSD:ticks", "--cuts", "2");
        Assert.Equal(ExitCode.CheckFailed, person.Exit);
        Assert.Contains("LOOK-AHEAD", person.Out, StringComparison.Ordinal);
        Assert.Matches(@"with the data as they are  2024-03-\S+ order \d+: (Buy|Sell) [12]000 EURUSD Market ""knows""", person.Out);
        Assert.Contains("Foresight.dll", person.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_centred_average_is_found_wherever_the_library_looks_for_the_lake()
    {
        using var shell = lab.FreshWithData();
        Library.Make(shell, "Foresight", Library.Foresight.Replace("\"home/data/lake\"", "Environment.GetEnvironmentVariable(\"WORKBENCH_ROOT\") + \"/data/lake\"", StringComparison.Ordinal));
        var script = shell.Write("centred.csx", Head + """
            public sealed class Centred : Strategy
            {
                public override void OnStart() => Subscribe(Bars.Minutes(5));
                public override void OnBar(in Bar bar)
                {
                    long sum = 0;
                    for (var i = -5; i <= 5; i++) sum += Foresight.BidAt(bar.CloseTime.AddMinutes(5 * i));
                    var now = 11 * Foresight.BidAt(bar.CloseTime);
                    if (now != sum) TargetPosition(now > sum ? -1000m : 1000m, tag: "centred");
                }
            }
            """);

        Guilty(shell, script);
    }

    [Fact]
    public void An_indicator_fed_from_a_whole_history_array_is_found()
    {
        using var shell = lab.FreshWithData();
        var script = Offender(shell, """
            double mean, deviation;
            public override void OnStart()
            {
                foreach (var bid in Foresight.All()) mean += (double)bid / Foresight.All().Length;
                foreach (var bid in Foresight.All()) deviation += Math.Pow(bid - mean, 2) / Foresight.All().Length;
                Subscribe(Bars.Minutes(5));
            }
            public override void OnBar(in Bar bar) =>
                TargetPosition(1000m * Math.Clamp((int)Math.Round((mean - bar.CloseRaw) / Math.Sqrt(deviation)), -3, 3), tag: "z-score");
            """);

        Guilty(shell, script);
    }

    [Fact]
    public void A_library_that_reads_the_past_alone_is_not_accused()
    {
        using var shell = lab.FreshWithData();
        var script = Offender(shell, """
            public override void OnStart() => Subscribe(Bars.Minutes(15));
            public override void OnBar(in Bar bar) =>
                TargetPosition(Foresight.BidAt(bar.CloseTime.AddTicks(-1)) > Foresight.BidAt(bar.CloseTime.AddMinutes(-15)) ? 1000m : -1000m);
            """);

        var proof = shell.Run("check", script, "--data", "EURUSD:ticks", "--cuts", "2", "--json").Good().Json().GetProperty("lookAhead");
        Assert.True(proof.GetProperty("passed").GetBoolean() && proof.GetProperty("compared").GetInt64() > 100);
    }

    [Fact]
    public void A_library_that_wants_a_file_beside_the_lake_gets_none_and_the_check_says_so()
    {
        using var shell = lab.FreshWithData();
        shell.Write("prices.csv", "1.08");
        Library.Make(shell, "Foresight", "public static class Foresight { public static string Read() => System.IO.File.ReadAllText(\"prices.csv\"); }");
        var script = shell.Write("beside.csx", Head + "public sealed class A : Strategy { public override void OnTick(in Tick tick) { if (tick.Bid.ToString(System.Globalization.CultureInfo.InvariantCulture) == Foresight.Read()) Buy(1m); } }");

        shell.Run("backtest", script, "--data", "EURUSD:ticks").Good();
        shell.Run("check", script, "--data", "EURUSD:ticks", "--cuts", "2").Refused("WB3020", ExitCode.StrategyFailed).Saying("prices.csv");
    }

    [Fact]
    public void A_library_with_dice_of_its_own_is_told_apart_from_one_that_looks_ahead()
    {
        using var shell = lab.FreshWithData();
        Library.Make(shell, "Foresight", "public static class Foresight { public static int Roll() => System.Random.Shared.Next(1, 1000000); }");
        var script = shell.Write("dice.csx", Head + "public sealed class A : Strategy { public override void OnStart() => SetTimer(TimeSpan.FromHours(1), \"x\"); public override void OnTimer(string name) => Buy(Foresight.Roll()); }");

        shell.Run("check", script, "--data", "EURUSD:ticks", "--cuts", "2").Refused("WB4090", ExitCode.CheckFailed).Saying("decides differently");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("100000")]
    public void A_number_of_cuts_that_cannot_be_is_refused(string cuts) =>
        lab.Shell.Run("check", Scripts.SmaCross, "--data", "EURUSD:ticks", "--cuts", cuts).Refused("WB1005", ExitCode.Usage);

    [Fact]
    public void An_option_for_runs_is_refused_where_nothing_is_run() =>
        lab.Shell.Run("check", Scripts.SmaCross, "--set", "fast=3").Refused("WB1001", ExitCode.Usage).Saying("--set");

    [Fact]
    public void A_script_that_fails_on_the_data_as_they_are_is_refused_as_a_run_would_be()
    {
        var script = Scripts.Of(lab.Shell, "    public override void OnTick(in Tick tick) => throw new InvalidOperationException(\"no\");", "fails");
        lab.Shell.Run("check", script, "--data", "EURUSD:ticks", "--cuts", "1").Refused("WB3020", ExitCode.StrategyFailed).Saying("InvalidOperationException: no");
    }

    static void Innocent(BacktestRequest request)
    {
        using var rehearsal = new ScriptRehearsal(Workspace.Find(), request, error => throw error);
        var result = new LookAheadProof(rehearsal, 5, request.Seed).Run();
        Assert.True(result.Passed, string.Join('\n', result.Found));
        Assert.True(result.Compared > 100, $"{result.Compared} decisions were compared");
    }

    static string Offender(Shell shell, string body)
    {
        Library.Make(shell, "Foresight", Library.Foresight);
        return shell.Write("offender.csx", Head + "public sealed class Offender : Strategy\n{\n" + body + "\n}\n");
    }

    static List<JsonElement> Guilty(Shell shell, string script)
    {
        var answer = shell.Run("check", script, "--data", "EURUSD:ticks", "--cuts", "2", "--json");
        Assert.True(answer.Exit == ExitCode.CheckFailed, answer.ToString());
        var proof = answer.Json().GetProperty("lookAhead");
        Assert.False(proof.GetProperty("passed").GetBoolean());
        Assert.Equal(shell.Path("home/data/lake"), shell.Lake);
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "workbench-proof-*"));
        return [.. proof.GetProperty("found").EnumerateArray()];
    }

    static DateTime Time(JsonElement found) => found.GetProperty(found.GetProperty("before").ValueKind == JsonValueKind.Null ? "now" : "before") is { ValueKind: JsonValueKind.Object } decision
        ? Instant(decision, "time")
        : DateTime.MinValue;

    static DateTime Instant(JsonElement of, string name) =>
        DateTime.Parse(of.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
}
