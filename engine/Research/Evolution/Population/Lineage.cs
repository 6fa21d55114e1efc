namespace Workbench.Research.Evolution;

/// <summary>Where the living came from, and their ancestors; whoever left no descendants is forgotten here, and in the ledger never.</summary>
public sealed class Lineage<TGenome>
{
    Dictionary<string, Individual<TGenome>> known = new(StringComparer.Ordinal);

    /// <summary>How many are remembered.</summary>
    public int Count => known.Count;

    /// <summary>Somebody by its key; null where it left no descendants.</summary>
    public Individual<TGenome>? Find(string key) => known.GetValueOrDefault(key);

    /// <summary>Somebody and all its ancestors, each once: itself first, then generation by generation.</summary>
    public IReadOnlyList<Individual<TGenome>> Of(string key)
    {
        var found = new List<Individual<TGenome>>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { key };
        List<string> next = [key];
        while (next.Count > 0)
        {
            List<Individual<TGenome>> here = [.. next.Select(Find).OfType<Individual<TGenome>>()];
            found.AddRange(here);
            next = [.. here.SelectMany(each => each.Birth.Parents).Where(seen.Add)];
        }

        return found;
    }

    /// <summary>Remembers one that was born. The first birth of a genome counts: so an ancestor is never its own descendant.</summary>
    internal void Add(Individual<TGenome> born) => known.TryAdd(born.Key, born);

    /// <summary>Forgets whoever is neither one of these nor an ancestor of one.</summary>
    internal void Keep(IEnumerable<Individual<TGenome>> living)
    {
        var kept = new Dictionary<string, Individual<TGenome>>(StringComparer.Ordinal);
        var open = new Stack<string>(living.Select(each => each.Key));
        while (open.TryPop(out var key))
        {
            if (!kept.ContainsKey(key) && known.TryGetValue(key, out var found))
            {
                kept[key] = found;
                foreach (var parent in found.Birth.Parents)
                {
                    open.Push(parent);
                }
            }
        }

        known = kept;
    }
}
