namespace Workbench.Research.Search;

/// <summary>
/// A way through a search space: asked for points, told what they came to. The answer depends on seed and results alone, never on how
/// many cores ran them or which was done first.
/// </summary>
public interface ISearch
{
    /// <summary>Its name on the command line: grid, random, lhs, sobol, cma, bayes.</summary>
    string Name { get; }

    /// <summary>The next points, in their order: at most so many where it does not matter to the method, its own batch where it does. Empty when it is done.</summary>
    IReadOnlyList<Point> Ask(int most);

    /// <summary>What became of the points asked for last, in the same order. A score of null is undefined and ranks last; higher is better.</summary>
    void Tell(IReadOnlyList<double?> scores);
}
