using System.Text.RegularExpressions;
using Workbench.Model;
using Workbench.Research.Evolution;

namespace Workbench.Research.Tests.Evolution;

public sealed partial class ScriptTextTests
{
    static readonly ScriptHeader Header = new()
    {
        Parents = ["3f2a91c4", "77b0e1d2"], Operator = "crossover", Run = "evolve-1, seed 7", InSample = "Sharpe 1.2, 40 trades, March 2024",
        OutOfSample = "Sharpe 0.3, 12 trades, April 2024", Trials = 12_400,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(501)]
    public void Text_to_genome_to_text_is_the_identity(long seed)
    {
        for (var at = 0; at < 250; at++)
        {
            var genome = GenomeFactory.Random(new GenomeRules(), new SeededRandom(seed + at));
            var header = at % 2 == 0 ? Header : new ScriptHeader { Name = "Champion" };
            var text = ScriptText.Of(genome, header);
            Assert.Equal(genome, ScriptText.Read(text));
            Assert.Equal(text, ScriptText.Of(ScriptText.Read(text), ScriptText.Header(text)));
            Assert.Equal(header, ScriptText.Header(text));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(301)]
    public void No_line_holds_more_than_three_conditions_or_goes_on_for_ever(long seed)
    {
        for (var at = 0; at < 300; at++)
        {
            var text = ScriptText.Of(GenomeFactory.Random(new GenomeRules { MostNodes = 60, MostLevels = 8 }, new SeededRandom(seed + at)), Header);
            Assert.All(text.Split('\n'), line => Assert.True(Joins().Count(line.TrimStart(' ', '&', '|')) <= 2 || line.Contains("OpenOrders", StringComparison.Ordinal), line));

            // Twice the size that evolution allows: a comparison of four long names still fits a wide screen.
            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 210 && line.TrimEnd() == line, line));
        }
    }

    [Fact]
    public void A_script_that_a_person_changed_is_nobodys_genome_and_the_line_is_named()
    {
        var text = ScriptText.Of(GenomeFactory.Random(new GenomeRules(), new SeededRandom(3)), Header);
        string[] lines = text.Split('\n');
        var at = Array.FindIndex(lines, line => line.Contains("var position", StringComparison.Ordinal));
        lines[at] += " // mine";
        var error = Assert.Throws<WorkbenchException>(() => ScriptText.Read(string.Join('\n', lines), "mine.csx"));
        Assert.Equal("WB4164", error.Code);
        Assert.Contains($"mine.csx:{at + 1}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_of_a_persons_own_names_no_genome() =>
        Assert.Equal("WB4163", Assert.Throws<WorkbenchException>(() => ScriptText.Read("// Mine.\npublic sealed class Mine : Strategy { }")).Code);

    [Fact]
    public void A_mutated_number_is_one_changed_setting_in_the_difference()
    {
        const string Text = "(genome (frame 5m) (filter true) (entry long (above (ema 10) (ema 50))) (protect stop 14 2 0) (exit time 20) (size fixed 10000))";
        var (parent, child) = (Genome.Parse(Text), Genome.Parse(Text.Replace("(ema 50)", "(ema 60)", StringComparison.Ordinal)));
        var header = new ScriptHeader { Name = "Kin" };
        string[] changed = [.. TextDiff.Lines(ScriptText.Of(parent, header), ScriptText.Of(child, header))
            .Where(line => line.Change == LineChange.Added && !line.Text.StartsWith("//", StringComparison.Ordinal)).Select(line => line.Text.Trim())];
        Assert.Equal(["[Parameter(1, 1000, Description = \"bars of the slow average\")] public int SlowAverageBars { get; init; } = 60;"], changed);
    }

    [GeneratedRegex(@"&&|\|\|")]
    private static partial Regex Joins();
}
