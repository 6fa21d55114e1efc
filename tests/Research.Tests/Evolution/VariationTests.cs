using Workbench.Model;
using Workbench.Research.Evolution;

namespace Workbench.Research.Tests.Evolution;

public sealed class VariationTests
{
    static readonly GenomeRules Rules = new();

    [Theory]
    [InlineData(1)]
    [InlineData(1001)]
    public void Random_genomes_keep_to_the_rules(long seed)
    {
        for (var at = 0; at < 500; at++)
        {
            Keeps(GenomeFactory.Random(Rules, new SeededRandom(seed + at)), Rules, seed + at);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Children_of_children_keep_to_the_rules(long seed)
    {
        var dice = new SeededRandom(seed);
        var rules = Rules with { MostNodes = 24, MostLevels = 5 };
        Genome[] pool = [.. Enumerable.Range(0, 20).Select(_ => GenomeFactory.Random(rules, dice))];
        var operators = new HashSet<string>();
        for (var round = 0; round < 1_500; round++)
        {
            var (mother, father) = (pool[dice.Next(pool.Length)], pool[dice.Next(pool.Length)]);
            var isCross = dice.Next(2) == 0;
            var child = isCross ? Variation.Crossover(mother, father, rules, dice) : Variation.Mutate(mother, rules, dice);
            Keeps(child.Genome, rules, seed);
            Assert.Equal(child.Operator == "copy", child.Genome.Equals(mother) || (isCross && child.Genome.Equals(father)));
            operators.Add(child.Operator);
            pool[dice.Next(pool.Length)] = child.Genome;
        }

        Assert.Subset(operators, new HashSet<string> { "crossover", "jitter", "swap", "point", "subtree", "hoist", "shrink" });
    }

    [Fact]
    public void The_same_dice_make_the_same_child()
    {
        var (mother, father) = (GenomeFactory.Random(Rules, new SeededRandom(5)), GenomeFactory.Random(Rules, new SeededRandom(6)));
        for (var seed = 0; seed < 50; seed++)
        {
            Assert.Equal(Variation.Crossover(mother, father, Rules, new SeededRandom(seed)), Variation.Crossover(mother, father, Rules, new SeededRandom(seed)));
            Assert.Equal(Variation.Mutate(mother, Rules, new SeededRandom(seed)), Variation.Mutate(mother, Rules, new SeededRandom(seed)));
        }
    }

    [Fact]
    public void A_genome_crossed_with_itself_is_mutated()
    {
        var parent = GenomeFactory.Random(Rules, new SeededRandom(5));
        var children = Enumerable.Range(0, 50).Select(seed => Variation.Crossover(parent, parent, Rules, new SeededRandom(seed))).ToList();
        Assert.Contains(children, child => child.Operator.StartsWith("crossover+", StringComparison.Ordinal));
        Assert.True(children.Count(child => child.Genome.Equals(parent)) <= 5, "too many copies");
    }

    [Fact]
    public void A_small_genome_is_random_too()
    {
        var rules = Rules with { MostNodes = 3, MostLevels = 2 };
        Assert.All(Enumerable.Range(0, 100), seed => Keeps(GenomeFactory.Random(rules, new SeededRandom(seed)), rules, seed));
    }

    [Fact]
    public void Operators_that_are_not_wanted_are_not_drawn()
    {
        var rules = Rules with { Without = ["rsi", "adx", "efficiency", "percent", "weekday", "trend"] };
        for (var seed = 0; seed < 200; seed++)
        {
            var genome = Variation.Mutate(GenomeFactory.Random(rules, new SeededRandom(seed)), rules, new SeededRandom(seed)).Genome;
            Assert.DoesNotContain(genome.Nodes, node => rules.Without.Contains(node.Operator.Name));
        }
    }

    [Fact]
    public void A_measure_of_which_nothing_ends_is_refused()
    {
        var rules = Rules with { Without = ["trend", "side-of"], Entries = [EntryKind.Directed] };
        Assert.Equal("WB4160", Assert.Throws<WorkbenchException>(() => GenomeFactory.Random(rules, new SeededRandom(1))).Code);
    }

    [Fact]
    public void Rules_that_nothing_fits_are_refused() =>
        Assert.Equal("WB4161", Assert.Throws<WorkbenchException>(() => GenomeFactory.Random(Rules with { MostNodes = 0 }, new SeededRandom(1))).Code);

    static void Keeps(Genome genome, GenomeRules rules, long seed)
    {
        Assert.True(rules.Allow(genome), $"seed {seed}: {genome.Text}");
        Assert.Equal(genome.Text, Genome.Parse(genome.Text).Text);
        Assert.All(genome.Nodes.Where(node => node.Operator.Numbers.IsLength), node => Assert.InRange(node.Number, rules.ShortestLength, rules.LongestLength));
    }
}
