using Workbench.Research.Search;
using Workbench.Research.Validation;

namespace Workbench.Research.Tests;

/// <summary>What it takes to survive a tape, one condition at a time.</summary>
public sealed class SurvivalTests
{
    static readonly PeriodClock Clock = new([10, 20, 30, 40], "day", 252d);
    static readonly AdversarialTape Crash = new(EventKind.FlashCrash, 1d, 1, [new AdversarialEvent("EURUSD", EventKind.FlashCrash, new TimeRange(12, 18), -100, "")]);

    [Fact]
    public void A_tape_without_harm_is_survived() => Assert.Equal((true, ""), Verdict(Ran(0.10), Ran(0.10)));

    [Fact]
    public void Half_as_deep_again_is_survived_and_more_is_not()
    {
        Assert.True(Verdict(Ran(0.10), Ran(0.15)).Survived);
        Assert.Equal((false, "drawdown 15.10 % beyond 15.00 %"), Verdict(Ran(0.10), Ran(0.151)));
    }

    [Fact]
    public void Who_never_fell_may_fall_by_the_floor() => Assert.Equal((true, false), (Verdict(Ran(0d), Ran(0.001)).Survived, Verdict(Ran(0d), Ran(0.0011)).Survived));

    [Fact]
    public void A_margin_call_is_not_survived() =>
        Assert.Equal((false, "margin call"), Verdict(Ran(0.1), Ran(0.1) with { Metrics = new Dictionary<string, MetricValue> { ["marginCalls"] = 1d, ["maxDrawdown"] = 0.1 } }));

    [Fact]
    public void What_an_event_costs_is_what_its_periods_cost()
    {
        var outcome = TapeOutcome.Of(Crash, Ran(0.1), Ran(0.1) with { Returns = [-0.5, -0.06, 0.5, -0.5] }, Clock, new SurvivalTerms());

        Assert.Equal((false, "an event cost 6.00 %"), (outcome.Survived, outcome.Why));
        Assert.Equal(-0.06, outcome.WorstEvent!.Value, 12);
    }

    [Fact]
    public void A_run_that_failed_is_not_survived() =>
        Assert.Equal((false, "it threw"), Verdict(Ran(0.1), new VariantResult { Key = "a", Settings = [], State = VariantState.Failed, Reason = "it threw" }));

    [Fact]
    public void The_score_is_the_share_of_tapes_and_the_lowest_kind_stands_beside_it()
    {
        TapeOutcome Tape(EventKind kind, bool survived) => new(kind, "", survived, survived ? "" : "margin call", 0.1, null, 0m);
        var score = SurvivalScore.Of(Ran(0.1), [Tape(EventKind.StopHunt, true), Tape(EventKind.StopHunt, true), Tape(EventKind.FlashCrash, true), Tape(EventKind.FlashCrash, false)]);

        Assert.Equal((0.75, 0.5), (score.Share.Value, score.Lowest.Value));
        Assert.Equal(EventKind.FlashCrash, score.Worst!.Kind);
    }

    [Fact]
    public void Who_never_traded_has_no_score()
    {
        var score = SurvivalScore.Of(Ran(0d) with { Fills = 0 }, [new TapeOutcome(EventKind.StopHunt, "", true, "", 0d, null, 0m)]);

        Assert.Equal((null, "it never traded"), (score.Share.Value, score.Share.Reason));
    }

    static (bool Survived, string Why) Verdict(VariantResult real, VariantResult stressed)
    {
        var outcome = TapeOutcome.Of(Crash, real, stressed, Clock, new SurvivalTerms());
        return (outcome.Survived, outcome.Why);
    }

    static VariantResult Ran(double drawdown) => new()
    {
        Key = "a", Settings = [], State = VariantState.Finished, Fills = 2, Returns = [0.01, 0d, 0.01, 0d],
        Metrics = new Dictionary<string, MetricValue> { ["maxDrawdown"] = drawdown, ["marginCalls"] = 0d },
    };
}
