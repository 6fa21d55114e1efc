namespace Workbench.Research.Evolution;

/// <summary>
/// A population on islands: asked for the newborn of a generation, told what they came to. A generation is a barrier, who lives on is
/// decided by one thread in the order of the slots, and so the same seed has the same champions on any number of cores.
/// </summary>
/// <typeparam name="TGenome">What is inherited.</typeparam>
public sealed class Population<TGenome>
{
    readonly EvolutionTerms terms;
    readonly Island<TGenome>[] islands;
    readonly Dictionary<string, Appraisal> known = new(StringComparer.Ordinal);
    readonly Dictionary<string, Appraisal> behaviours = new(StringComparer.Ordinal);
    IReadOnlyList<Individual<TGenome>>[] children = [];
    IReadOnlyList<Individual<TGenome>> asked = [];

    /// <summary>A population that is still to be born.</summary>
    /// <exception cref="Workbench.Model.WorkbenchException">WB4170, WB4171: the terms cannot be.</exception>
    public Population(IBreeding<TGenome> breeding, EvolutionTerms terms)
    {
        this.terms = terms.Checked();
        islands = [.. Enumerable.Range(0, terms.Islands).Select(number => new Island<TGenome>(number, breeding, terms))];
        Lineage = new Lineage<TGenome>();
        Kinds = new Archive<TGenome>();
    }

    /// <summary>Generations that are over.</summary>
    public int Generation { get; private set; }

    /// <summary>Genomes tried, each counted once.</summary>
    public int Tried => known.Count;

    /// <summary>Different behaviours among them: that many trials at the luck of this tape.</summary>
    public int Behaviours => behaviours.Count;

    /// <summary>Where those that live, and their ancestors, came from.</summary>
    public Lineage<TGenome> Lineage { get; }

    /// <summary>The best of each kind so far.</summary>
    public Archive<TGenome> Kinds { get; }

    /// <summary>All that live, island by island, best first.</summary>
    public IEnumerable<Individual<TGenome>> Members => islands.SelectMany(island => island.Members);

    /// <summary>Who among all islands is beaten by nobody in everything, in order of preference; those that lack something or are undefined are not among them.</summary>
    public IReadOnlyList<Individual<TGenome>> Front => [.. Selection.Best([.. Members], terms.Population, terms.NicheRadius).Where(each => each.Rank == 0 && each.Appraisal!.IsSound)];

    /// <summary>The newborn of the next generation whose worth is not known yet, each genome once, in the order of islands and slots.</summary>
    public IReadOnlyList<Individual<TGenome>> Ask()
    {
        children = [.. islands.Select(island => island.Children(Generation))];
        var fresh = new HashSet<string>(StringComparer.Ordinal);
        return asked = [.. children.SelectMany(each => each).Where(child => !known.ContainsKey(child.Key) && fresh.Add(child.Key))];
    }

    /// <summary>What those asked for came to, in their order. Then the generation is over.</summary>
    public void Tell(IReadOnlyList<Appraisal> appraisals)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(appraisals.Count, asked.Count);
        for (var at = 0; at < asked.Count; at++)
        {
            known[asked[at].Key] = Shared(appraisals[at]);
        }

        for (var island = 0; island < islands.Length; island++)
        {
            List<Individual<TGenome>> born = [.. children[island].Select(child => child with { Appraisal = known[child.Key] })];
            born.ForEach(Lineage.Add);
            born.ForEach(Kinds.Add);
            islands[island].Choose(born);
        }

        Generation++;
        if (Generation % terms.MigrateEvery == 0)
        {
            Migrate();
        }

        Lineage.Keep(Members.Concat(Kinds.All));
    }

    /// <summary>All send at once, then all receive: nobody travels twice.</summary>
    void Migrate()
    {
        if (islands.Length < 2)
        {
            return;
        }

        var ships = islands.Select(island => island.Members.Take(Math.Min(terms.Migrants, island.Members.Count / 2)).ToList()).ToList();
        for (var from = 0; from < islands.Length; from++)
        {
            islands[(from + 1) % islands.Length].Welcome(ships[from]);
        }
    }

    /// <summary>Returns of one behaviour are kept once.</summary>
    Appraisal Shared(Appraisal appraisal)
    {
        if (appraisal.Behaviour is not { } behaviour)
        {
            return appraisal;
        }

        return behaviours.TryGetValue(behaviour, out var first) ? appraisal with { Returns = first.Returns } : behaviours[behaviour] = appraisal;
    }
}
