namespace Workbench.Research.Evolution;

/// <summary>Crosses two genomes.</summary>
static class Recombination
{
    const int Tries = 5;
    const double ComponentShare = 0.2;

    /// <summary>A child within the rules; the first parent where none was found.</summary>
    public static Genome Of(Genome first, Genome second, GenomeRules rules, SeededRandom stream)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var child = WithComponents(WithTree(first, second, stream), second, stream);
            if (!child.Equals(first) && rules.Allow(child))
            {
                return child;
            }
        }

        return first;
    }

    /// <summary>An expression of the second in the place of one of the first that measures the same.</summary>
    static Genome WithTree(Genome first, Genome second, SeededRandom stream)
    {
        var place = TreePlace.Draw(TreePlace.Of(first), stream);
        TreePlace[] matching = [.. TreePlace.Of(second).Where(other => other.Node.Measure == place.Node.Measure)];
        return matching.Length == 0 ? first : place.Replace(first, TreePlace.Draw(matching, stream).Node);
    }

    static Genome WithComponents(Genome child, Genome second, SeededRandom stream)
    {
        bool Takes() => stream.NextDouble() < ComponentShare;
        return child.With(
            Takes() ? second.Timeframe : null,
            protection: Takes() ? second.Protection : null,
            exit: Takes() ? second.Exit : null,
            sizing: Takes() ? second.Sizing : null);
    }
}
