using Workbench.Model;

namespace Workbench.Research.Tests.Evolution;

public sealed class TextDiffTests
{
    [Fact]
    public void A_changed_line_stands_removed_and_added_between_what_stayed()
    {
        Assert.Equal(["@@ -1 +1 @@", " a", "-b", "+x", " c"], TextDiff.Unified("a\nb\nc\n", "a\nx\nc\n"));
    }

    [Fact]
    public void Texts_that_are_equal_differ_in_nothing() => Assert.Empty(TextDiff.Unified("a\nb\n", "a\nb\n"));

    [Fact]
    public void The_example_of_the_paper_takes_five_edits()
    {
        var lines = TextDiff.Lines("a\nb\nc\na\nb\nb\na", "c\nb\na\nb\na\nc");
        Assert.Equal(5, lines.Count(line => line.Change != LineChange.Same));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Both_texts_come_back_out_of_their_difference(long seed)
    {
        var dice = new SeededRandom(seed);
        for (var round = 0; round < 300; round++)
        {
            var (before, after) = (Random(dice), Random(dice));
            var lines = TextDiff.Lines(string.Join('\n', before), string.Join('\n', after));
            Assert.Equal(before, lines.Where(line => line.Before > 0).Select(line => line.Text));
            Assert.Equal(after, lines.Where(line => line.After > 0).Select(line => line.Text));
            Assert.Equal(Enumerable.Range(1, before.Length), lines.Where(line => line.Before > 0).Select(line => line.Before));
            Assert.Equal(Longest(before, after), lines.Count(line => line.Change == LineChange.Same));
        }
    }

    static string[] Random(SeededRandom dice) => [.. Enumerable.Range(0, dice.Next(1, 14)).Select(_ => ((char)('a' + dice.Next(4))).ToString())];

    // The longest common subsequence by the book: what a shortest difference must keep.
    static int Longest(string[] first, string[] second)
    {
        var best = new int[first.Length + 1, second.Length + 1];
        for (var i = 1; i <= first.Length; i++)
        {
            for (var j = 1; j <= second.Length; j++)
            {
                best[i, j] = first[i - 1] == second[j - 1] ? best[i - 1, j - 1] + 1 : Math.Max(best[i - 1, j], best[i, j - 1]);
            }
        }

        return best[first.Length, second.Length];
    }
}
