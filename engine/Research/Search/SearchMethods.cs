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
    public static ISearch Make(string name, SearchSpace space, int trials, long seed) => name switch
    {
        "grid" => new PointSequence(name, Grid.Values(Countable(space)).Select(space.Point)),
        _ => throw SearchErrors.UnknownMethod(name, Names),
    };

    static SearchSpace Countable(SearchSpace space) =>
        space.Axes.FirstOrDefault(axis => axis.Count is null) is { } axis ? throw SearchErrors.Continuous(axis.ToString())
        : space.Count > MostGridPoints ? throw SearchErrors.TooMany(space.Count.Value, MostGridPoints)
        : space;
}
