using Workbench.App.Tests.Kit;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App.Tests.Promotions;

/// <summary>Sessions do what was promoted, or they do not begin.</summary>
[Collection(LabCollection.Name)]
public sealed class PromotedSessionTests(PaperLadder paper) : IClassFixture<PaperLadder>, IDisposable
{
    readonly Ladder ladder = paper.Copy();

    Shell Shell => ladder.Shell;

    public void Dispose() => ladder.Dispose();

    [Fact]
    public void A_promoted_session_has_script_parameters_configuration_and_seed_of_the_ledger()
    {
        var promotion = ladder.Book.Find("p1");
        var header = Replayer.HeaderOf(new SessionFolder(Path.Combine(ladder.Workspace.Sessions, promotion.Sessions.Single())));
        Assert.Equal(("p1", promotion.Recipe.Class, promotion.Recipe.Seed), (header.Promotion, header.Class, header.Seed));
        Assert.Equal(["fast=5"], header.Settings);
        Assert.Equal(promotion.Recipe.ConfigText, header.ConfigText);
        Assert.Equal(promotion.Recipe.Sha256, header.Scripts.Single().Sha256);
    }

    [Fact]
    public void A_parameter_or_a_script_that_differs_is_named_with_both_values_and_nothing_begins()
    {
        var before = SessionFolder.All(ladder.Workspace).Count;
        Shell.Run("paper", "--promotion", "p1", "--set", "fast=7", "--seed", "3").Refused("WB4305", ExitCode.CheckFailed)
            .Saying("parameter fast was 5 and is 7").Saying("seed was 1 and is 3");
        File.AppendAllText(ladder.Script, "// another word\n");
        Shell.Run("paper", "--promotion", "p1").Refused("WB4305", ExitCode.CheckFailed).Saying("the script was sha256");
        Assert.Equal(before, SessionFolder.All(ladder.Workspace).Count);
    }

    [Fact]
    public void A_configuration_that_was_changed_runs_as_it_was()
    {
        Shell.Write("home/config.json", "{}");
        Shell.Run("paper", "--promotion", "p1", "--to", "2024-03-04T01:00").Good();
        Assert.Equal(Ladder.Limits, Replayer.HeaderOf(SessionFolder.Find(ladder.Workspace, "latest")).ConfigText);
        Assert.Equal(2, ladder.Book.Find("p1").Sessions.Count);
    }

    [Fact]
    public void Another_engine_class_instrument_or_rung_does_not_begin()
    {
        var guard = new PromotionGuard(ladder.Workspace, _ => { }, error => throw error);
        var p1 = ladder.Book.Find("p1");
        var good = new SessionRequest { Run = p1.Recipe.ToRequest(ladder.Workspace), Mode = RunMode.Paper, Feed = "lake", Promotion = p1 };
        guard.Check(good);

        Refused("WB4305", "the data was EURUSD and is US30", good with { Run = good.Run with { Data = [DataRequest.Parse("US30")] } });
        Refused("WB4305", "cash was 100000 and is 5", good with { Run = good.Run with { Cash = 5m } });
        Refused("WB4307", "to paper, and this session is live", good with { Mode = RunMode.Live });
        Refused("WB4311", "one script", good with { Run = good.Run with { MoreScripts = ["other.csx"] } });
        new Ledger(ladder.Workspace, _ => { }).Append(_ => p1.Entry with { Recipe = p1.Recipe with { EngineVersion = "0.0.9" } });
        Refused("WB4305", "the engine was 0.0.9 and is " + Backtest.EngineVersion, good with { Promotion = ladder.Book.All[^1] });

        void Refused(string code, string words, SessionRequest request)
        {
            var error = Assert.Throws<WorkbenchException>(() => guard.Check(request));
            Assert.True(error.Code == code && error.Message.Contains(words, StringComparison.Ordinal), error.ToString());
        }
    }

    [Fact]
    public void Real_money_is_traded_under_a_promotion_alone()
    {
        KeyValuePair<string, string>[] real = [new("WORKBENCH_OANDA_REAL_KEY", "k"), new("WORKBENCH_OANDA_REAL_ACCOUNT", "001-1"), new("WORKBENCH_OANDA_REAL_ENVIRONMENT", "live")];
        var other = Shell.Write("home/other.csx", File.ReadAllText(ladder.Script));
        Shell.RunUnder(real, "live", other, "--broker", "oanda", "--account", "real", "--data", "EURUSD", "--confirm", "001-1").Refused("WB4308", ExitCode.CheckFailed).Saying("promote RUN");
        Assert.False(Directory.Exists(Path.Combine(ladder.Workspace.Sessions, ".locks")));
    }

    [Theory]
    [InlineData("live", "real", true)]
    [InlineData("practice", "real", true)]
    [InlineData("practice", "demo", false)]
    public void An_account_other_than_the_promoted_one_is_refused(string environment, string account, bool isOther)
    {
        var entry = ladder.Book.Find("p1").Entry with { To = Rung.Live, On = "p1", Broker = "oanda", Account = "demo", Environment = "practice", VenueAccount = "7" };
        var request = new SessionRequest { Run = entry.Recipe!.ToRequest(ladder.Workspace), Mode = RunMode.Live, Feed = "oanda", Broker = "oanda", Account = account, Promotion = new Promotion(entry, true, []) };
        var keys = new VenueKeys { Venue = "oanda", Name = account, Environment = environment };
        Assert.Equal(isOther ? "WB4310" : null, Record.Exception(() => PromotionGuard.CheckAccount(request, keys, isSimulated: false)) is WorkbenchException refusal ? refusal.Code : null);
        Assert.Null(Record.Exception(() => PromotionGuard.CheckAccount(request, keys, isSimulated: true)));
        if (!isOther)
        {
            Assert.Equal("WB4310", Assert.Throws<WorkbenchException>(() => PromotionGuard.CheckNumber(request, keys, "8")).Code);
            PromotionGuard.CheckNumber(request, keys, "7");
        }
    }

    [Fact]
    public void A_promoted_script_does_not_trade_live_as_something_else()
    {
        Shell.Run("live", ladder.Script, "--broker", "oanda", "--sim", "--data", "EURUSD", "--set", "fast=9").Refused("WB4309", ExitCode.CheckFailed)
            .Saying("parameter fast was 5 and is 9").Saying("the configuration was sha256").Saying("live --promotion p1");
        Shell.Run("demote", "p1").Good();
        Shell.Run("paper", "--promotion", "p1").Refused("WB4306", ExitCode.CheckFailed);
        Shell.Run("live", ladder.Script, "--broker", "oanda", "--sim", "--data", "EURUSD", "--set", "fast=9", "--for", "1s").Good();
    }

    [Fact]
    public void A_changed_ledger_an_unknown_promotion_and_a_call_without_a_script_are_refused()
    {
        Shell.Run("paper", "--promotion", "p9").Refused("WB4300", ExitCode.NotFound);
        Shell.Run("paper", "--data", "EURUSD").Refused("WB1001", ExitCode.Usage).Saying("--promotion");
        Shell.Run("live", ladder.Script, "--data", "EURUSD").Refused("WB1001", ExitCode.Usage).Saying("--broker");
        var lines = Path.Combine(ladder.Workspace.Ledger, "promotions.jsonl");
        File.WriteAllText(lines, File.ReadAllText(lines).Replace("fast=5", "fast=6", StringComparison.Ordinal));
        Shell.Run("promotions").Refused("WB4320", ExitCode.Data).Saying("line 1: it is not what was written there");
    }
}
