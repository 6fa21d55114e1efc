namespace Workbench.Research.Evolution;

/// <summary>A node within a genome, told by where it stands.</summary>
/// <param name="Root">Which expression: 0 the filter, 1 and 2 those of the entry, 3 that of the exit.</param>
/// <param name="At">Its number within the expression, each node counted before its parts.</param>
/// <param name="Node">The node.</param>
readonly record struct TreePlace(int Root, int At, Tree Node)
{
    /// <summary>All places of a genome but those of a filter that is none.</summary>
    public static IReadOnlyList<TreePlace> Of(Genome genome)
    {
        Tree?[] roots = [genome.Filter.Operator.Code == Code.Yes ? null : genome.Filter, genome.Entry.First, genome.Entry.Second, genome.Exit.Condition];
        return [.. roots.SelectMany((tree, root) => tree is null ? [] : tree.Nodes().Select((node, at) => new TreePlace(root, at, node)))];
    }

    /// <summary>Any of the places; nine times of ten one of those with parts, where there are any.</summary>
    public static TreePlace Draw(IReadOnlyList<TreePlace> places, SeededRandom stream)
    {
        const double InnerShare = 0.9;
        TreePlace[] inner = stream.NextDouble() < InnerShare ? [.. places.Where(place => !place.Node.Parts.IsEmpty)] : [];
        return inner.Length > 0 ? inner[stream.Next(inner.Length)] : places[stream.Next(places.Count)];
    }

    /// <summary>The genome with another tree in this place.</summary>
    public Genome Replace(Genome genome, Tree with)
    {
        var (entry, exit) = (genome.Entry, genome.Exit);
        return Root switch
        {
            0 => genome.With(filter: Put(genome.Filter, At, with)),
            1 => genome.With(entry: entry with { First = Put(entry.First, At, with) }),
            2 => genome.With(entry: entry with { Second = Put(entry.Second!, At, with) }),
            _ => genome.With(exit: exit with { Condition = Put(exit.Condition!, At, with) }),
        };
    }

    static Tree Put(Tree tree, int at, Tree with)
    {
        if (at == 0)
        {
            return with;
        }

        var first = 1;
        for (var i = 0; i < tree.Parts.Length; i++)
        {
            var part = tree.Parts[i];
            if (at < first + part.Size)
            {
                return tree.With(tree.Parts.SetItem(i, Put(part, at - first, with)));
            }

            first += part.Size;
        }

        throw new ArgumentOutOfRangeException(nameof(at));
    }
}
