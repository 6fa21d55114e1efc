namespace Workbench.Research.Tests;

public sealed class ConsoleSummaryTests
{
    [Fact]
    public void Columns_are_aligned_and_warnings_and_the_hash_follow()
    {
        var run = SyntheticRun.Make(seed: 1, candles: 2_000, turnEvery: 40).Document;

        var lines = ConsoleSummary.Of(run).Split('\n');

        Assert.Single(lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal) && !IsSentence(line)).Select(line => line.Length).Distinct());
        Assert.StartsWith("sma-cross on XAUUSD ticks, 2024-01-01 23:00 to", lines[0], StringComparison.Ordinal);
        Assert.Equal(run.Warnings.Select(warning => "  ! " + warning), lines.Where(line => line.StartsWith("  !", StringComparison.Ordinal)));
        Assert.Equal("EventLogHash " + run.EventLogHash, lines[^2]);
    }

    [Fact]
    public void An_undefined_figure_is_a_dash()
    {
        var text = ConsoleSummary.Of(SyntheticRun.Make(seed: 3, candles: 5, turnEvery: 0).Document);

        Assert.Matches("Sharpe ratio +- ", text);
    }

    /// <summary>Lines below the columns: costs, scripts, warnings.</summary>
    static bool IsSentence(string line) => new[] { "  !", "  Costs: ", "  Script " }.Any(begin => line.StartsWith(begin, StringComparison.Ordinal));
}
