namespace Workbench.Research.Search;

/// <summary>The ways to search, by the names of the command line.</summary>
public static class SearchMethods
{
    /// <summary>Most points that a grid may have before its constraints.</summary>
    public const long MostGridPoints = 10_000_000;

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["grid", "random", "lhs", "sobol", "cma", "bayes"];

    /// <summary>A search through a space.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="space">Where to search.</param>
    /// <param name="trials">Points to ask for at most; a grid takes all it has.</param>
    /// <param name="seed">Seed of all its dice.</param>
    /// <exception cref="WorkbenchException">WB4127–WB4129, WB4131–WB4134: the space is too large for it, empty, or not of its kind.</exception>
    public static ISearch Make(string name, SearchSpace space, int trials, long seed)
    {
        if (!Names.Contains(name))
        {
            throw SearchErrors.UnknownMethod(name, Names);
        }

        // A contradiction is an error before the first run, and not a search that found nothing.
        var walked = name == "grid" ? Countable(space) : trials > 0 ? space : throw SearchErrors.BadTrials(trials);
        var size = SpaceSize.Of(walked, seed);
        return Made(name, walked, size.IsExact && size.Allowed < trials ? (int)Math.Round(size.Allowed.Value) : trials, seed);
    }

    static ISearch Made(string name, SearchSpace space, int trials, long seed)
    {
        var axes = space.Axes.Count;
        return name switch
        {
            "grid" => new PointSequence(name, Grid.Values(space).Select(space.Point)),
            "random" => new PointSequence(name, Sample.Of(space, trials, Sample.Random(axes, seed))),
            "lhs" => new PointSequence(name, Sample.Of(space, trials, Sample.LatinHypercubes(axes, trials, seed))),
            "sobol" => new PointSequence(name, Sample.Of(space, trials, Sample.Sobol(axes, seed))),
            "cma" => new CmaEs(space, trials, seed),
            _ => new BayesianSearch(space, trials, seed),
        };
    }

    static SearchSpace Countable(SearchSpace space) =>
        space.Axes.FirstOrDefault(axis => axis.Count is null) is { } axis ? throw SearchErrors.Continuous(axis.ToString())
        : space.Count > MostGridPoints ? throw SearchErrors.TooMany(space.Count.Value, MostGridPoints)
        : space;
}
