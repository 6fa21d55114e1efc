using Workbench.Model;
using Workbench.Research.Evolution;

namespace Workbench.Research.Tests.Evolution;

public sealed class GenomeTests
{
    const string Text = "(genome (frame 5m) (filter london) (entry long-short (above (ema 10) (ema 50)) (above (ema 50) (ema 10))) "
        + "(protect bracket 14 2 5) (exit time 20) (size risk 0.01))";

    [Fact]
    public void A_genome_reads_back_as_itself() => Assert.Equal(Text, Genome.Parse(Text).Text);

    [Fact]
    public void Genomes_that_mean_the_same_have_one_hash()
    {
        var other = Genome.Parse(Text.Replace("(filter london)", "(filter (and true (not (not london))))", StringComparison.Ordinal)
            .Replace("0.01)", "0.0100)", StringComparison.Ordinal));
        Assert.Equal(Genome.Parse(Text).Hash, other.Hash);
    }

    [Fact]
    public void Its_size_counts_nodes_and_its_complexity_numbers_and_indicators_too()
    {
        var genome = Genome.Parse(Text);
        Assert.Equal((7, 2), (genome.Size, genome.Depth));

        // Lengths 10, 50 and 14; stop, target, bars, risk and timeframe; two averages and a range.
        Assert.Equal(8, genome.Parameters);
        Assert.Equal(7 + 8 + 3, genome.Complexity);
    }

    [Theory]
    [InlineData("(entry long-short false (above close (sma 9)))", "(entry short (above close (sma 9)))")]
    [InlineData("(entry directed up (above close (sma 9)))", "(entry long (above close (sma 9)))")]
    public void An_entry_of_which_one_side_never_comes_has_one_side(string entry, string expected) =>
        Assert.Contains(expected, Genome.Parse(With(entry)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("(entry long false)")]
    [InlineData("(entry long-short london london)")]
    [InlineData("(entry directed trend false)")]
    public void A_genome_that_can_never_trade_is_not_alive(string entry) => Assert.False(Genome.Parse(With(entry)).IsAlive);

    [Theory]
    [InlineData("")]
    [InlineData("(genome")]
    [InlineData("(genome (frame 5m))")]
    [InlineData("(above (ema 10) (ema 50))")]
    public void What_is_no_genome_is_refused(string text) => Assert.Equal("WB4162", Assert.Throws<WorkbenchException>(() => Genome.Parse(text)).Code);

    [Theory]
    [InlineData("(above close (rsi 14))")]
    [InlineData("(add close close)")]
    [InlineData("(ema london)")]
    [InlineData("close")]
    [InlineData("(sma 2.5)")]
    [InlineData("(sma)")]
    [InlineData("(frobnicate 3)")]
    public void Prices_are_not_compared_with_shares_nor_added(string condition) =>
        Assert.Equal("WB4162", Assert.Throws<WorkbenchException>(() => Genome.Parse(With($"(entry long {condition})"))).Code);

    static string With(string entry) => Text[..Text.IndexOf("(entry", StringComparison.Ordinal)] + entry + Text[Text.IndexOf(" (protect", StringComparison.Ordinal)..];
}
