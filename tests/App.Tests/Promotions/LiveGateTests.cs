using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Promotions;

/// <summary>The gates to live, each of which refuses for its reason; and what passes them all.</summary>
[Collection(LabCollection.Name)]
public sealed class LiveGateTests(PaperLadder paper) : IClassFixture<PaperLadder>, IDisposable
{
    /// <summary>Number of the simulator's account.</summary>
    const string Number = "101-004-1435156-001";

    /// <summary>At a simulator in this process, after a session of half a day.</summary>
    static readonly LiveOptions Wanted = new() { Broker = "oanda", Account = AccountAccess.UsualName, Sim = "on", MinPaperNanos = 12 * UtcNanos.Hour, Confirm = Number };

    readonly Ladder ladder = paper.Copy();

    public void Dispose() => ladder.Dispose();

    [Fact]
    public void What_passes_all_gates_is_promoted_and_says_that_its_prices_were_recorded()
    {
        var result = ladder.Live("p1", Wanted);

        Assert.True(result.IsPromoted, string.Join('\n', result.Gates));
        Assert.Equal(["promoted", "script", "engine", "paper", "parity", "limits", "account"], result.Gates.Select(gate => gate.Name));
        Assert.Contains("RECORDED", Of(result, "paper").Words, StringComparison.Ordinal);
        Assert.Contains("score 1.000", Of(result, "parity").Words, StringComparison.Ordinal);
        var live = ladder.Book.Active.Single(promotion => promotion.Rung == Rung.Live);
        Assert.Equal(("p1", "oanda", Number, "sim"), (live.Entry.On, live.Entry.Broker, live.Entry.VenueAccount, live.Entry.Environment));
        Assert.Equal(ladder.Book.Find("p1").Sessions.Single(), live.Entry.Session);
        Assert.Equal("fast=5", live.Recipe.Parameters[0]);
        Assert.Equal("WB4304", Assert.Throws<WorkbenchException>(() => ladder.Live("p1", Wanted)).Code);
    }

    [Fact]
    public void The_run_names_its_promotion_and_what_was_never_promoted_is_not_found()
    {
        Assert.True(ladder.Live(ladder.Book.Find("p1").Entry.Run!, Wanted).IsPromoted);
        Assert.Equal(ExitCode.NotFound, Assert.Throws<WorkbenchException>(() => ladder.Live("p7", Wanted)).Exit);
    }

    [Fact]
    public void A_paper_session_that_was_too_short_is_refused() =>
        Missed(ladder.Live("p1", Wanted with { MinPaperNanos = 5 * UtcNanos.Day }), "paper", "at least 5 days wanted");

    [Fact]
    public void A_session_that_was_not_begun_under_the_promotion_does_not_count()
    {
        ladder.Shell.Run("paper", ladder.Script, "--data", "EURUSD:ticks", "--to", "2024-03-04T01:00", "--set", "fast=6").Good();
        var other = SessionFolder.Find(ladder.Workspace, "latest").Id;
        var result = ladder.Live("p1", Wanted with { Session = other });
        Missed(result, "paper", "was not begun under p1");
        Missed(result, "parity", "no session");
    }

    [Fact]
    public void A_parity_below_its_threshold_is_refused()
    {
        // The market that the lake remembers is not the one that the session heard.
        ladder.Shell.Run("data", "generate", "EURUSD", "--ticks", "60000", "--seed", "8", "--from", "2024-03-04").Good();
        Missed(ladder.Live("p1", Wanted), "parity", "score 0.");
    }

    [Fact]
    public void Without_limits_it_is_refused_and_those_that_are_missing_are_named()
    {
        Assert.True(ladder.Paper(ladder.Run(ladder.Request(Ladder.Morning, "fast=6"))).IsPromoted);
        var result = ladder.Live(ladder.Book.All[^1].Id, Wanted);
        Missed(result, "limits", "dailyLoss");
        Missed(result, "limits", "position");
        Missed(result, "paper", "no paper session was begun");
    }

    [Theory]
    [InlineData("101-004-1435156-002")]
    [InlineData(null)]
    public void An_account_that_was_not_typed_is_refused(string? typed) => Missed(ladder.Live("p1", Wanted with { Confirm = typed }), "account", "was not typed");

    [Fact]
    public void A_person_who_is_asked_types_it()
    {
        string? asked = null;
        Assert.True(ladder.Live("p1", Wanted with { Confirm = null, Ask = question => (asked = question) is null ? null : Number }).IsPromoted);
        Assert.Contains(Number, asked, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_demoted_or_changed_since_is_refused()
    {
        File.AppendAllText(ladder.Script, "// another word\n");
        Missed(ladder.Live("p1", Wanted), "script", "has changed");
        ladder.Shell.Run("demote", "p1", "--why", "a test").Good();
        Missed(ladder.Live("p1", Wanted), "promoted", "p1 was demoted");
    }

    static Gate Of(PromotionResult result, string name) => result.Gates.Single(gate => gate.Name == name);

    static void Missed(PromotionResult result, string name, string words)
    {
        Assert.False(result.IsPromoted);
        Assert.Equal(7, result.Gates.Count);
        Assert.False(Of(result, name).Passed, Of(result, name).ToString());
        Assert.Contains(words, Of(result, name).Words, StringComparison.Ordinal);
    }
}
