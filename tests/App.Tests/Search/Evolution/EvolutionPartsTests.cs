using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Compare;

namespace Workbench.App.Tests.Search;

/// <summary>Parts of an evolution by themselves.</summary>
public sealed class EvolutionPartsTests
{
    const string Script = """
        public sealed class Probe : Strategy
        {
            [Parameter(1, 500)] public int Fast { get; init; } = 10;
            [Parameter] public decimal Qty { get; init; } = 10_000m; // ten thousand
            [Parameter] public BarSpec Timeframe { get; init; } = Bars.Minutes(1);
            [Parameter] public bool Both { get; init; }
            [Parameter] public double Share { get; init; } = 0.5;
            int Fastest { get; set; } = 10;
        }
        """;

    [Fact]
    public void Defaults_are_replaced_where_they_are_declared_and_nowhere_else()
    {
        var parameters = ParameterSet.Of(typeof(Probe));
        var text = ScriptDefaults.Replace("probe.csx", Script, parameters.Read(["fast=12", "qty=500.5", "timeframe=1h", "both=true", "share=2"]), parameters.Infos);

        Assert.Equal(
            Script.Replace("int Fast { get; init; } = 10;", "int Fast { get; init; } = 12;", StringComparison.Ordinal)
                .Replace("= 10_000m;", "= 500.5m;", StringComparison.Ordinal).Replace("Bars.Minutes(1)", "Bars.Hours(1)", StringComparison.Ordinal)
                .Replace("bool Both { get; init; }", "bool Both { get; init; } = true;", StringComparison.Ordinal).Replace("= 0.5;", "= 2.0;", StringComparison.Ordinal),
            text);
    }

    [Fact]
    public void A_default_that_cannot_be_found_is_refused()
    {
        var parameters = ParameterSet.Of(typeof(Probe));
        Assert.Equal("WB4444", Assert.Throws<WorkbenchException>(() => ScriptDefaults.Replace("probe.csx", "// empty", parameters.Read(["fast=12"]), parameters.Infos)).Code);
    }

    [Fact]
    public void Time_is_split_by_events_so_that_a_weekend_holds_nothing_out()
    {
        // Events in the first and in the last hour of two days, 600 each.
        static long Count(TimeRange range) => Enumerable.Range(0, 1_200).Select(i => (i < 600 ? 0L : 47L * UtcNanos.Hour) + i % 600 * 6 * UtcNanos.Second).Count(range.Contains);
        var split = SampleSplit.Of(new TimeRange(0, 48 * UtcNanos.Hour), 0.6m, Count);

        Assert.Equal((480, 480, 240), (Count(split.InSample), Count(split.OutOfSample), Count(split.Sealed)));
        Assert.Equal((split.InSample.To, split.OutOfSample.To), (split.OutOfSample.From, split.Sealed.From));
        Assert.False(SampleSplit.Of(new TimeRange(0, UtcNanos.Day), 0m, Count).HoldsOut);
    }

    [Fact]
    public void Trades_that_open_alike_are_one_idea_and_the_others_come_or_go()
    {
        ListedTrade[] before = [Trade(1, 10, 20), Trade(2, 30, 40), Trade(3, 50, 60)];
        ListedTrade[] after = [Trade(1, 10, 20), Trade(2, 30, 45), Trade(3, 55, 60)];

        var difference = TradeDiff.Between(before, after);

        Assert.Equal((1, 1, 1, 1), (difference.Same, difference.Changed, difference.Removed, difference.Added));
        Assert.Equal((50, 55), (difference.Listed.Single(change => change.Kind == "removed").Before!.EntryTime, difference.Listed.Single(change => change.Kind == "added").After!.EntryTime));
        Assert.StartsWith("trades: 1 the same, 1 changed, 1 removed (0.00), 1 added (0.00)\n~ ", TradeDiffText.Of(difference), StringComparison.Ordinal);
    }

    static ListedTrade Trade(long number, long entry, long exit) =>
        new(number, "EURUSD", Side.Buy, 1m, entry, 1m, exit, 1m, 0m, 0m, "", "", 0, default);

    sealed class Probe : Strategy
    {
        [Parameter(1, 500)] public int Fast { get; init; } = 10;
        [Parameter] public decimal Qty { get; init; } = 10_000m;
        [Parameter] public BarSpec Timeframe { get; init; } = Workbench.Model.Bars.Minutes(1);
        [Parameter] public bool Both { get; init; }
        [Parameter] public double Share { get; init; } = 0.5;
    }
}
