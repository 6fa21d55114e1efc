namespace Workbench.Research.Evolution;

/// <summary>Changes one thing about a genome.</summary>
sealed class Mutation(GenomeRules rules, SeededRandom stream)
{
    // How often each is drawn, of the sum. Hoist and shrink take away what the others add.
    static readonly (string Name, int Weight)[] Kinds =
        [("jitter", 30), ("swap", 20), ("point", 15), ("subtree", 15), ("hoist", 10), ("shrink", 10)];

    readonly Components components = new(rules, stream);

    /// <summary>A mutant, which may be too large or like its parent, and what made it.</summary>
    public (Genome Child, string Name) Of(Genome parent)
    {
        var name = Draw();
        var child = name switch
        {
            "jitter" => Jitter(parent),
            "swap" => Swap(parent),
            "point" => Point(parent),
            "subtree" => Subtree(parent),
            "hoist" => Hoist(parent),
            _ => Shrink(parent),
        };
        return (child, name);
    }

    static readonly int Sum = Kinds.Sum(kind => kind.Weight);

    string Draw()
    {
        var draw = stream.Next(Sum);
        var at = 0;
        while (draw >= Kinds[at].Weight)
        {
            draw -= Kinds[at++].Weight;
        }

        return Kinds[at].Name;
    }

    /// <summary>Moves a number to a neighbour of its grid.</summary>
    Genome Jitter(Genome parent)
    {
        TreePlace[] numbers = [.. TreePlace.Of(parent).Where(place => place.Node.Operator.Numbers.Exists)];
        var at = stream.Next(numbers.Length + ComponentJitter.Count);
        return at < numbers.Length
            ? numbers[at].Replace(parent, numbers[at].Node.With(rules.NumbersOf(numbers[at].Node.Operator).Jitter(numbers[at].Node.Number, stream)))
            : ComponentJitter.Of(parent, at - numbers.Length, rules, stream);
    }

    /// <summary>Draws one component anew.</summary>
    Genome Swap(Genome parent) => stream.Next(6) switch
    {
        0 => parent.With(components.Timeframe()),
        1 => parent.With(entry: components.Entry(3)),
        2 => parent.With(filter: components.Filter(3)),
        3 => parent.With(protection: components.Protection()),
        4 => parent.With(exit: components.Exit(3)),
        _ => parent.With(sizing: components.Sizing()),
    };

    /// <summary>Puts another operator in the place of one, over the same parts.</summary>
    Genome Point(Genome parent)
    {
        var place = TreePlace.Draw(TreePlace.Of(parent), stream);
        Operator[] others = [.. components.Operators.Where(kind => kind != place.Node.Operator && kind.FitsInPlaceOf(place.Node.Operator))];
        if (others.Length == 0)
        {
            return parent;
        }

        var other = others[stream.Next(others.Length)];
        var keeps = other.Numbers.IsLength && place.Node.Operator.Numbers.IsLength;
        return place.Replace(parent, Tree.Raw(other, keeps ? place.Node.Number : rules.NumbersOf(other).Draw(stream), place.Node.Parts));
    }

    /// <summary>Grows a new expression in the place of one.</summary>
    Genome Subtree(Genome parent)
    {
        var place = TreePlace.Draw(TreePlace.Of(parent), stream);
        return place.Replace(parent, components.Tree(place.Node.Measure, stream.Next(1, 4)));
    }

    /// <summary>Puts something within an expression in its place.</summary>
    Genome Hoist(Genome parent)
    {
        var place = TreePlace.Draw(TreePlace.Of(parent), stream);
        Tree[] within = [.. place.Node.Nodes().Skip(1).Where(node => node.Measure == place.Node.Measure)];
        return within.Length == 0 ? parent : place.Replace(parent, within[stream.Next(within.Length)]);
    }

    /// <summary>Puts a terminal, or the least expression of the measure, in the place of an expression.</summary>
    Genome Shrink(Genome parent)
    {
        var place = TreePlace.Draw(TreePlace.Of(parent), stream);
        return place.Node.Parts.IsEmpty ? parent : place.Replace(parent, components.Tree(place.Node.Measure, 1));
    }
}
