using System.Globalization;
using System.Numerics;

namespace Workbench.Research.Search;

/// <summary>How large a space is.</summary>
/// <param name="Count">Points before constraints; null where an axis is continuous.</param>
/// <param name="Share">Share of the points that the constraints allow, 0 to 1.</param>
/// <param name="IsExact">Whether the share was counted and not estimated from seeded samples.</param>
public sealed record SpaceSize(BigInteger? Count, double Share, bool IsExact)
{
    const int MostCounted = 100_000;
    const int Samples = 10_000;
    const int MostTries = 200_000;

    /// <summary>Points that are allowed, or about as many; null where an axis is continuous.</summary>
    public double? Allowed => (double?)Count * Share;

    /// <summary>Counts a space: each point of a small one, ten thousand random points of a larger one.</summary>
    /// <exception cref="WorkbenchException">WB4128: the constraints contradict each other, or two hundred thousand random points found no way between them.</exception>
    public static SpaceSize Of(SearchSpace space, long seed)
    {
        if (space.Constraints.Count == 0)
        {
            return new SpaceSize(space.Count, 1d, IsExact: true);
        }

        var size = space.Count <= MostCounted ? Counted(space) : Estimated(space, SearchDice.For(seed, "size"));
        size = size.Share == 0d && !size.IsExact && space.Count <= SearchMethods.MostGridPoints ? Counted(space) : size;
        return size.Share > 0d ? size : throw SearchErrors.Contradiction(
            string.Join(" and ", space.Constraints), size.IsExact ? $"each of the {Grouped(size.Count!.Value)} was looked at" : $"{Grouped(MostTries)} random ones were looked at");
    }

    /// <summary>In words: <c>4,000 points, of which 1,234 are allowed</c>.</summary>
    public override string ToString()
    {
        var share = (100d * Share).ToString("0.##", CultureInfo.InvariantCulture);
        return Count is not { } count ? $"continuous, about {share} % allowed"
            : Share == 1d ? $"{Grouped(count)} points"
            : IsExact ? $"{Grouped(count)} points, of which {Grouped((BigInteger)Math.Round(Allowed!.Value))} are allowed"
            : $"{Grouped(count)} points, of which about {share} % are allowed";
    }

    static SpaceSize Counted(SearchSpace space) => new(space.Count, Grid.Values(space).Count() / (double)space.Count!.Value, IsExact: true);

    static SpaceSize Estimated(SearchSpace space, SeededRandom dice)
    {
        var (allowed, tried) = (0, 0);
        while (tried < Samples || (allowed == 0 && tried < MostTries))
        {
            tried++;
            allowed += space.Allows(space.At(SearchDice.Units(dice, space.Axes.Count))) ? 1 : 0;
        }

        return new SpaceSize(space.Count, allowed / (double)tried, IsExact: false);
    }

    static string Grouped(BigInteger count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
