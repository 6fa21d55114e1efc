using Workbench.Research.Search;

namespace Workbench.Research.Compare;

/// <summary>The space that was searched: its axes, maps over two of them, and the variants as lines through all.</summary>
/// <param name="Axes">Axes on which variants differ, at most <see cref="MostAxes"/>.</param>
/// <param name="Maps">One for each pair of axes.</param>
/// <param name="Lines">At most <see cref="MostLines"/> variants, the best among them.</param>
/// <param name="AxesLeftOut">Axes beyond those.</param>
public sealed record SpaceView(IReadOnlyList<AxisView> Axes, IReadOnlyList<MapView> Maps, IReadOnlyList<LineView> Lines, IReadOnlyList<string> AxesLeftOut)
{
    /// <summary>More axes than this no page shows.</summary>
    public const int MostAxes = 7;

    /// <summary>More lines than this are a blot.</summary>
    public const int MostLines = 500;

    internal static SpaceView Of(SearchDocument search)
    {
        var variants = search.Variants;
        var settings = variants.Select(variant => Named(variant.Result.Settings)).ToList();
        List<AxisView> axes =
        [
            .. settings.SelectMany(each => each.Keys).Distinct(StringComparer.Ordinal)
                .Select(name => AxisView.Of(name, [.. settings.Select(each => each.GetValueOrDefault(name))])).Where(axis => axis.Labels.Count > 1),
        ];
        List<AxisView> shown = [.. axes.Take(MostAxes)];
        List<double?> scores = [.. variants.Select(variant => variant.Objective.Value)];
        var plateaus = Plateaus(search, scores);
        var pairs = from across in Enumerable.Range(0, shown.Count) from down in Enumerable.Range(across + 1, shown.Count - across - 1) select (across, down);
        return new SpaceView(
            shown, [.. pairs.Select(pair => MapView.Of(pair.across, pair.down, shown, scores, plateaus))],
            [.. Kept(variants.Count).Select(at => new LineView([.. shown.Select(axis => axis.Heights[at])], string.Join(' ', variants[at].Result.Settings), scores[at], at + 1))],
            [.. axes.Skip(MostAxes).Select(axis => axis.Name)]);
    }

    /// <summary>Each variant's plateau score; null where it has none, or where the axes are no space of points.</summary>
    static IReadOnlyList<double?> Plateaus(SearchDocument search, IReadOnlyList<double?> scores) => SpaceOf(search) is { Axes.Count: > 0 } space
        ? [.. PlateauMap.Of(space, [.. search.Variants.Select(variant => new Point(variant.Result.Settings))], scores).Select(point => point.Score.Value)]
        : new double?[scores.Count];

    /// <summary>Warnings for axes on which the best lies at an end.</summary>
    internal static IReadOnlyList<string> AtTheEdge(SearchDocument search) =>
        search.Variants is [{ Objective.Value: not null } best, ..] && SpaceOf(search) is { Axes.Count: > 0 } space ? PlateauMap.AtTheEdge(space, new Point(best.Result.Settings)) : [];

    /// <summary>The axes as they were written; null where they are none, such as those of an evolution.</summary>
    static SearchSpace? SpaceOf(SearchDocument search)
    {
        try
        {
            return new SearchSpace([.. search.Axes.Select(axis => Axis.Parse(axis))]);
        }
        catch (WorkbenchException)
        {
            return null;
        }
    }

    /// <summary>The best hundred, and of the rest as many as fit, evenly by rank.</summary>
    static IEnumerable<int> Kept(int count)
    {
        const int best = 100;
        var rest = Math.Max(0, count - best);
        var room = Math.Min(rest, MostLines - best);
        return Enumerable.Range(0, Math.Min(best, count)).Concat(Enumerable.Range(0, room).Select(i => best + (int)((long)rest * i / room)));
    }

    static Dictionary<string, string> Named(IReadOnlyList<string> settings)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            var at = setting.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
            {
                named[setting[..at]] = setting[(at + 1)..];
            }
        }

        return named;
    }
}
