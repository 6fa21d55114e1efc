namespace Workbench.Research.Evolution;

/// <summary>
/// Makes children of genomes. Every child is a genome in canonical form that keeps to the rules; where one would not, its parent stands in
/// for it. A child that is a parent over again is mutated, five times at most.
/// </summary>
public static class Variation
{
    const int Tries = 5;

    /// <summary>A child of two: an expression of the one put into the other where the measure is the same, and now and then a component.</summary>
    /// <param name="first">The parent that it takes most of.</param>
    /// <param name="second">The parent that it takes something of.</param>
    /// <param name="rules">What may be made; both parents keep to it.</param>
    /// <param name="stream">The dice of this one decision.</param>
    public static Offspring Crossover(Genome first, Genome second, GenomeRules rules, SeededRandom stream)
    {
        var child = Recombination.Of(first, second, rules, stream);
        if (!child.Equals(first) && !child.Equals(second))
        {
            return new Offspring(child, "crossover");
        }

        var mutated = Mutate([child, first, second], rules, stream);
        return mutated.Genome.Equals(child) ? mutated : mutated with { Operator = "crossover+" + mutated.Operator };
    }

    /// <summary>A child of one.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="rules">What may be made; the parent keeps to it.</param>
    /// <param name="stream">The dice of this one decision.</param>
    public static Offspring Mutate(Genome parent, GenomeRules rules, SeededRandom stream) => Mutate([parent], rules, stream);

    /// <summary>A mutant of the first that is none of them.</summary>
    static Offspring Mutate(Genome[] kin, GenomeRules rules, SeededRandom stream)
    {
        var mutation = new Mutation(rules, stream);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var (child, name) = mutation.Of(kin[0]);
            if (!kin.Contains(child) && rules.Allow(child))
            {
                return new Offspring(child, name);
            }
        }

        return new Offspring(kin[0], "copy");
    }
}
