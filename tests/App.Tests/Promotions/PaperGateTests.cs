using Workbench.App.Tests.Kit;
using Workbench.Model;
using Workbench.Support;

namespace Workbench.App.Tests.Promotions;

/// <summary>The gates to paper, each of which refuses for its reason; and what passes them all.</summary>
[Collection(LabCollection.Name)]
public sealed class PaperGateTests(Lab lab) : IDisposable
{
    readonly Ladder ladder = new(lab.FreshWithData());

    public void Dispose() => ladder.Dispose();

    [Fact]
    public void A_run_that_passes_all_gates_is_promoted_and_the_ledger_keeps_what_it_was()
    {
        var run = ladder.Run(ladder.Request(Ladder.Morning, "fast=5"));

        var result = ladder.Paper(run);

        Assert.True(result.IsPromoted, string.Join('\n', result.Gates));
        Assert.Equal(["script", "engine", "reproduces", "determinism", "look-ahead", "trades", "whole", "out of sample"], result.Gates.Select(gate => gate.Name));
        var promotion = Assert.Single(ladder.Book.Active);
        Assert.Equal(("p1", Rung.Paper, run), (promotion.Id, promotion.Rung, promotion.Entry.Run));
        Assert.Equal(["fast=5", "slow=30", "qty=10000", "timeframe=1m"], promotion.Recipe.Parameters);
        Assert.Equal(["EURUSD:ticks"], promotion.Recipe.Data);
        Assert.Equal(64, Assert.Single(promotion.Entry.Data!).Sha256.Length);
        Assert.Equal("WB4304", Assert.Throws<WorkbenchException>(() => ladder.Paper(run)).Code);
        var figures = promotion.Entry.Figures!;
        Assert.Equal(2, figures.Count);
        Assert.True(figures[0].To <= figures[1].From && figures[1].Trades > 0);
        Assert.Contains("run now", Of(result, "out of sample").Words, StringComparison.Ordinal);
        Assert.Contains("in sample       out of sample", Of(result, "out of sample").Words, StringComparison.Ordinal);
        Assert.Contains("generated", Of(result, "whole").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_that_was_changed_is_refused_and_so_is_one_the_determinism_gate_refuses()
    {
        var run = ladder.Run(ladder.Request(Ladder.Morning));
        var text = File.ReadAllText(ladder.Script);
        File.WriteAllText(ladder.Script, text.Replace("side * Qty", "-side * Qty", StringComparison.Ordinal));
        var changed = ladder.Paper(run);
        Missed(changed, "script", "has changed since: sha256 was");
        Missed(changed, "reproduces", "EventLogHash was");
        Assert.True(Of(changed, "determinism").Passed);

        File.WriteAllText(ladder.Script, text.Replace("side * Qty", "side * Qty * DateTime.Now.Day", StringComparison.Ordinal));
        var offence = ladder.Paper(run);
        Missed(offence, "script", "has changed");
        Missed(offence, "determinism", "DateTime.Now");

        File.Delete(ladder.Script);
        Missed(ladder.Paper(run), "script", "cross.csx");
        Assert.Equal(["r1", "r2", "r3"], ladder.Book.Entries.Select(entry => entry.Promotion));
        Assert.Empty(ladder.Book.All);
    }

    [Fact]
    public void Data_that_were_changed_are_named_with_both_hashes()
    {
        var run = ladder.Run(ladder.Request(Ladder.Morning));
        ladder.Shell.Run("data", "generate", "EURUSD", "--ticks", "60000", "--seed", "8", "--from", "2024-03-04").Good();
        ladder.Shell.Run("data", "forget", "EURUSD:ticks", "--keep", "0").Good();
        Missed(ladder.Paper(run), "reproduces", "EURUSD ticks was");
    }

    [Fact]
    public void Few_trades_are_refused_and_the_number_can_be_set()
    {
        var run = ladder.Run(ladder.Request(Ladder.Hours(0, 1)));
        Missed(ladder.Paper(run, new PaperOptions { Cuts = 1 }), "trades", "at least 30 wanted");
        Assert.True(Of(ladder.Paper(run, Ladder.Few with { MinTrades = 1 }), "trades").Passed);
    }

    [Fact]
    public void A_run_that_was_cut_short_is_refused()
    {
        var run = ladder.Run(ladder.Request(Ladder.Morning), new CancellationToken(canceled: true));
        Missed(ladder.Paper(run), "whole", "PARTIAL");
    }

    [Fact]
    public void Another_engine_is_refused()
    {
        var run = ladder.Run(ladder.Request(Ladder.Morning));
        var recipe = Path.Combine(ladder.Workspace.Runs, run, RunRecipe.FileName);
        File.WriteAllText(recipe, File.ReadAllText(recipe).Replace($"\"{Backtest.EngineVersion}\"", "\"0.0.9\"", StringComparison.Ordinal));
        Missed(ladder.Paper(run), "engine", "0.0.9");
    }

    [Fact]
    public void A_run_over_all_there_is_has_nothing_out_of_sample_and_a_split_says_what_it_is()
    {
        var run = ladder.Run(ladder.Request(TimeRange.All));
        Missed(ladder.Paper(run), "out of sample", "holds nothing of the data outside");

        var split = ladder.Paper(run, Ladder.Few with { Split = Ladder.Morning.To });
        Assert.Contains("AFTER THE FACT", Of(split, "out of sample").Words, StringComparison.Ordinal);
        Assert.True(split.IsPromoted, string.Join('\n', split.Gates));
        Missed(ladder.Paper(ladder.Run(ladder.Request(TimeRange.All, "fast=7")), Ladder.Few with { Split = Ladder.Hours(-5, 0).From }), "out of sample", "does not lie within");
    }

    [Fact]
    public void A_kept_run_is_found_and_one_that_is_named_must_be_the_same_over_another_stretch()
    {
        var run = ladder.Run(ladder.Request(Ladder.Morning));
        var other = ladder.Run(ladder.Request(Ladder.Hours(9, 14), "fast=11"));
        var overlaps = ladder.Run(ladder.Request(Ladder.Hours(8, 14)));
        Missed(ladder.Paper(run, Ladder.Few with { OutOfSample = other }), "out of sample", "parameter fast was 10 and is 11");
        Missed(ladder.Paper(run, Ladder.Few with { OutOfSample = overlaps }), "out of sample", "in part what the run covers");
        Missed(ladder.Paper(run, Ladder.Few with { OutOfSample = "nothing" }), "out of sample", "WB1006");

        var kept = ladder.Run(ladder.Request(Ladder.Hours(9, 14)));
        var idle = ladder.Run(ladder.Request(Ladder.Hours(14, 14.2)));
        Missed(ladder.Paper(run, Ladder.Few with { OutOfSample = idle }), "out of sample", "closed no trade");
        var found = ladder.Paper(run);
        Assert.Contains(kept, Of(found, "out of sample").Words, StringComparison.Ordinal);
        Assert.True(found.IsPromoted);
    }

    [Fact]
    public void Costs_limits_currency_cash_fees_and_seed_survive_and_so_does_a_configuration_that_is_gone()
    {
        ladder.Shell.Run("data", "import", ladder.Shell.Write("rates.csv", "time,bid,ask\n2024-03-03 22:00:00,149.990,150.010\n2024-03-04 12:00:00,150.990,151.010\n"), "--instrument", "USDJPY", "--format", "csv").Good();
        var request = ladder.WithConfig(ladder.Request(Ladder.Morning, "timeframe=5m") with { Currency = "JPY", Cash = 1_234_567.89m, Seed = 77, FeeRate = 0.00003m }, Ladder.Limits);
        var run = ladder.Run(request);
        var plain = ladder.Run(ladder.Request(Ladder.Morning, "timeframe=5m"));
        File.WriteAllText(request.ConfigPath!, "{}");

        var result = ladder.Paper(run, Ladder.Few with { MinTrades = 1 });
        File.Delete(request.ConfigPath!);

        Assert.True(Of(result, "reproduces").Passed, string.Join('\n', result.Gates));
        Assert.NotEqual(Research.RunFolder.LoadDocument(Path.Combine(ladder.Workspace.Runs, plain)).EventLogHash, result.Entry.EventLogHash);
        var again = result.Entry.Recipe!.ToRequest(ladder.Workspace);
        Assert.Equal(("JPY", 1_234_567.89m, 77L, 0.00003m), (again.Currency, again.Cash, again.Seed, again.FeeRate));
        Assert.Equal((0.00003m, 0.5m), (again.Costs.Commission.Rate, again.Costs.Risk.DailyLoss!.Limit));
        Assert.Equal(Research.RunFolder.LoadDocument(Path.Combine(ladder.Workspace.Runs, run)).EventLogHash,
            Research.RunFolder.LoadDocument(Path.Combine(ladder.Workspace.Runs, ladder.Run(again))).EventLogHash);
    }

    [Fact]
    public void A_script_elsewhere_counts_where_its_text_is_the_run_s()
    {
        var run = ladder.Run(ladder.Request(Ladder.Morning));
        File.Move(ladder.Script, ladder.Shell.Path("home/exported.csx"));
        Missed(ladder.Paper(run), "script", "cross.csx");
        var result = ladder.Paper(run, Ladder.Few with { Script = ladder.Shell.Path("home/exported.csx") });
        Assert.True(result.IsPromoted, string.Join('\n', result.Gates));
        Assert.Equal("exported.csx", result.Entry.Recipe!.Script);
    }

    [Fact]
    public void Several_scripts_and_runs_without_a_recipe_are_refused()
    {
        var both = ladder.Run(ladder.Request(Ladder.Morning) with { MoreScripts = [Repository.Path("strategies/breakout.csx")] });
        Assert.Equal("WB4302", Assert.Throws<WorkbenchException>(() => ladder.Paper(both)).Code);
        var run = ladder.Run(ladder.Request(Ladder.Morning));
        File.Delete(Path.Combine(ladder.Workspace.Runs, run, RunRecipe.FileName));
        Assert.Equal("WB4301", Assert.Throws<WorkbenchException>(() => ladder.Paper(run)).Code);
        Assert.Empty(ladder.Book.Entries);
    }

    [Fact]
    public void A_script_that_looks_ahead_is_refused()
    {
        var shell = ladder.Shell;
        Library.Make(shell, "Foresight", Library.Foresight);
        var script = shell.Write("ahead.csx", """
            #r "Foresight.dll"
            public sealed class Ahead : Strategy
            {
                public override void OnStart() => Subscribe(Bars.Minutes(15));
                public override void OnBar(in Bar bar) => TargetPosition(Foresight.BidAt(bar.CloseTime.AddMinutes(15)) > Foresight.BidAt(bar.CloseTime) ? 1000m : -1000m);
            }
            """);
        shell.Run("backtest", script, "--data", "EURUSD:ticks", "--to", "2024-03-04T09:00").Good();
        var answer = shell.Run("promote", "last", "--to", "paper", "--min-trades", "1", "--cuts", "2");
        Assert.Equal(ExitCode.CheckFailed, answer.Exit);
        Assert.Contains("✗ look-ahead     LOOK-AHEAD", answer.Out, StringComparison.Ordinal);
        Assert.Contains("1 of 8 gates were not passed (look-ahead)", answer.Out, StringComparison.Ordinal);
        shell.Run("promote", "nothing", "--to", "paper").Refused("WB1006", ExitCode.NotFound);
    }

    static Gate Of(PromotionResult result, string name) => result.Gates.Single(gate => gate.Name == name);

    static void Missed(PromotionResult result, string name, string words)
    {
        Assert.False(result.IsPromoted);
        var gate = Of(result, name);
        Assert.False(gate.Passed, gate.ToString());
        Assert.Contains(words, gate.Words, StringComparison.Ordinal);
        Assert.Equal(8, result.Gates.Count);
    }
}
