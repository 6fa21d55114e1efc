namespace Workbench.Research.Evolution;

/// <summary>Individuals that mate among themselves.</summary>
sealed class Island<TGenome>(int number, IBreeding<TGenome> breeding, EvolutionTerms terms)
{
    /// <summary>How often a child that is nothing new is changed again.</summary>
    const int MostTries = 5;

    readonly int size = terms.SizeOf(number);

    /// <summary>Those that live, best first.</summary>
    public IReadOnlyList<Individual<TGenome>> Members { get; private set; } = [];

    /// <summary>Children for a generation, one for each place; the first generation comes out of nothing.</summary>
    public IReadOnlyList<Individual<TGenome>> Children(int generation)
    {
        var known = Members.Select(member => member.Key).ToHashSet(StringComparer.Ordinal);
        var children = new List<Individual<TGenome>>(size);
        for (var slot = 0; slot < size; slot++)
        {
            var child = New(Child(generation, slot), generation, slot, known);
            known.Add(child.Key);
            children.Add(child);
        }

        return children;
    }

    /// <summary>Chooses who lives on among parents and children.</summary>
    public void Choose(IEnumerable<Individual<TGenome>> children) => Members = Selection.Best([.. Members, .. children], size, terms.NicheRadius);

    /// <summary>Takes those that came over the sea, in the place of the last ones.</summary>
    public void Welcome(IReadOnlyList<Individual<TGenome>> migrants)
    {
        var strangers = migrants.Where(migrant => Members.All(member => member.Key != migrant.Key)).ToList();
        Members = Selection.Ranked([.. Members.Take(size - strangers.Count), .. strangers]);
    }

    /// <summary>A child that the island has already is changed until it is something new, for a while.</summary>
    Individual<TGenome> New(Individual<TGenome> child, int generation, int slot, HashSet<string> known)
    {
        for (var attempt = 1; attempt <= MostTries && known.Contains(child.Key); attempt++)
        {
            var dice = Streams.Of(terms.Seed, number, generation, slot * (MostTries + 1) + attempt, Streams.Purpose.Again);
            var (changed, what) = breeding.Mutate(child.Genome, dice);
            child = Born(changed, child.Birth with { Operator = Joined(child.Birth.Operator, what) });
        }

        return child;
    }

    Individual<TGenome> Child(int generation, int slot)
    {
        var choice = Dice(generation, slot, Streams.Purpose.Operator).NextDouble();
        if (Members.Count == 0 || choice < terms.Immigration)
        {
            return Born(breeding.Random(slot, Dice(generation, slot, Streams.Purpose.Birth)), new Birth(generation, number, slot, "random", []));
        }

        var parents = Dice(generation, slot, Streams.Purpose.Parents);
        var (mother, father) = (Winner(parents), Winner(parents));
        if (choice < terms.Immigration + terms.Crossover && mother.Key != father.Key)
        {
            var (crossed, how) = breeding.Cross(mother.Genome, father.Genome, Dice(generation, slot, Streams.Purpose.Cross));
            return Born(crossed, new Birth(generation, number, slot, how, [mother.Key, father.Key]));
        }

        var (mutated, what) = breeding.Mutate(mother.Genome, Dice(generation, slot, Streams.Purpose.Mutate));
        return Born(mutated, new Birth(generation, number, slot, what, [mother.Key]));
    }

    static string Joined(string before, string next) => before == "random" || before.Split('+').Contains(next) ? before : $"{before}+{next}";

    /// <summary>The better of two that meet by chance.</summary>
    Individual<TGenome> Winner(SeededRandom dice)
    {
        var (one, other) = (Members[dice.Next(Members.Count)], Members[dice.Next(Members.Count)]);
        return Selection.Compare(one, other) <= 0 ? one : other;
    }

    Individual<TGenome> Born(TGenome genome, Birth birth) => new(genome, breeding.KeyOf(genome), breeding.SizeOf(genome), birth);

    SeededRandom Dice(int generation, int slot, Streams.Purpose purpose) => Streams.Of(terms.Seed, number, generation, slot, purpose);
}
