using Workbench.Core;
using Workbench.Model;
using Workbench.Research.Evolution;

namespace Workbench.Research.Tests.Evolution;

public sealed class CanonTests
{
    [Theory]
    [InlineData("(not (not london))", "london")]
    [InlineData("(and london true)", "london")]
    [InlineData("(and true london)", "london")]
    [InlineData("(or london true)", "true")]
    [InlineData("(and london (not london))", "false")]
    [InlineData("(or (and tokyo london) (and london tokyo))", "(and tokyo london)")]
    [InlineData("(above (percent 50) (percent 20))", "true")]
    [InlineData("(above close close)", "false")]
    [InlineData("(became true)", "false")]
    [InlineData("(became (became london))", "(became london)")]
    [InlineData("(is-down (opposite up))", "true")]
    [InlineData("(is-down (side-of (abs (momentum 5))))", "false")]
    public void A_condition_has_one_form(string text, string expected) => Assert.Equal(expected, Canon.Of(Trees.Parse(text)).Text);

    [Theory]
    [InlineData("(max close (max open close))", "(max open close)")]
    [InlineData("(minus close close)", "(pips 0)")]
    [InlineData("(over (atr 14) (atr 14))", "(multiple 1)")]
    [InlineData("(add (pips 2) (momentum 5))", "(add (momentum 5) (pips 2))")]
    [InlineData("(add (momentum 9) (add (momentum 5) (momentum 7)))", "(add (momentum 9) (add (momentum 5) (momentum 7)))")]
    [InlineData("(abs (negate (momentum 5)))", "(abs (momentum 5))")]
    [InlineData("(max (multiple 2) (multiple -5))", "(multiple 2)")]
    public void A_number_has_one_form_and_sums_stay_as_they_are_grouped(string text, string expected) => Assert.Equal(expected, Canon.Of(Trees.Parse(text)).Text);

    [Fact]
    public void A_sum_of_pips_stays_because_the_instrument_says_what_a_pip_is() =>
        Assert.Equal("(add (pips 2) (pips 5))", Canon.Of(Trees.Parse("(add (pips 5) (pips 2))")).Text);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_canonical_form_of_a_canonical_form_is_itself(long seed)
    {
        var dice = new SeededRandom(seed);
        for (var round = 0; round < 2_000; round++)
        {
            var once = Canon.Of(RandomTrees.Raw(AnyOf(dice), dice.Next(1, 7), dice));
            Assert.Equal(once.Text, Canon.Of(once).Text);
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void A_tree_and_its_canonical_form_are_the_same_number_to_the_last_bit(long seed)
    {
        var dice = new SeededRandom(seed);
        var changed = 0;
        for (var round = 0; round < 40; round++)
        {
            Tree[] raw = [.. Enumerable.Range(0, 8).Select(_ => RandomTrees.Raw(AnyOf(dice), dice.Next(1, 7), dice))];
            Tree[] canonical = [.. raw.Select(Canon.Of)];
            changed += raw.Zip(canonical).Count(pair => !pair.First.Equals(pair.Second));
            foreach (var (before, after) in Evaluation.Of(raw, RandomBars.Of(seed + round, 460)).Zip(Evaluation.Of(canonical, RandomBars.Of(seed + round, 460))))
            {
                Assert.Equal(before, after);
            }
        }

        Assert.True(changed > 30, $"only {changed} trees had another form");
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void No_expression_is_ever_NaN_or_infinite(long seed)
    {
        var dice = new SeededRandom(seed);
        for (var round = 0; round < 40; round++)
        {
            Tree[] raw = [.. Enumerable.Range(0, 8).Select(_ => RandomTrees.Raw(AnyOf(dice), dice.Next(1, 8), dice))];
            Assert.All(Evaluation.Of(raw, RandomBars.Of(seed + round, 460)).SelectMany(row => row), bits => Assert.True(double.IsFinite(BitConverter.Int64BitsToDouble(bits))));
        }
    }

    // A difference of opposite directions is minus zero in one form and zero in the other; nobody can tell them apart.
    static Measure AnyOf(SeededRandom dice) => (Measure)dice.Next((int)Measure.Direction);
}
