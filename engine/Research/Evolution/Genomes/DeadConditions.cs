namespace Workbench.Research.Evolution;

/// <summary>
/// Drops conditions that never decided anything. That they did not is no matter of opinion: the run without them puts out the same, hash
/// for hash. On other data they may decide; so this is for champions that a person wants to read, and the genome with them stays the parent.
/// </summary>
public static class DeadConditions
{
    /// <summary>The smallest genome that was found to put out the same.</summary>
    /// <param name="genome">A genome.</param>
    /// <param name="run">Runs a genome and says its EventLogHash; null where it failed.</param>
    /// <param name="rules">What may be made.</param>
    public static Genome Drop(Genome genome, Func<Genome, string?> run, GenomeRules rules)
    {
        var hash = run(genome);
        var next = genome;
        while (next is not null && hash is not null)
        {
            genome = next;
            next = Smaller(genome, rules).FirstOrDefault(candidate => run(candidate) == hash);
        }

        return genome;
    }

    /// <summary>The genomes with one condition less, the smallest first.</summary>
    static IEnumerable<Genome> Smaller(Genome genome, GenomeRules rules) =>
        TreePlace.Of(genome)
            .Where(place => place.Node.Measure == Measure.Truth)
            .SelectMany(place => Instead(place).Select(with => place.Replace(genome, with)))
            .Where(candidate => candidate.Size < genome.Size && rules.Allow(candidate))
            .OrderBy(candidate => candidate.Size).ThenBy(candidate => candidate.Text, StringComparer.Ordinal);

    // A whole filter, or one side of a pair.
    static IEnumerable<Tree> Instead(TreePlace place) => place.Node.Operator.Code switch
    {
        Code.And or Code.Or => place.Node.Parts,
        _ when place is { Root: 0, At: 0 } => [Tree.Leaf(Code.Yes)],
        _ => [],
    };
}
