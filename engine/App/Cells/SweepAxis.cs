using Workbench.Research.Search;

namespace Workbench.App.Cells;

/// <summary>The values that a sweep tries for one parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Values">Its values, as <c>--set</c> takes them, in order.</param>
public sealed record SweepAxis(string Name, IReadOnlyList<string> Values)
{
    const long MostListed = 10_000;

    /// <summary>All values of an axis; of one that has too many or no end of them, those that were tried.</summary>
    internal static SweepAxis Of(Axis axis, IReadOnlyList<SweepRow> rows) => new(axis.Name, axis.Count <= MostListed
        ? [.. Enumerable.Range(0, (int)axis.Count.Value).Select(at => axis.At((long)at).Text)]
        : [.. rows.SelectMany(row => row.Result.Settings).Where(setting => setting.StartsWith(axis.Name + "=", StringComparison.Ordinal))
            .Select(setting => setting[(axis.Name.Length + 1)..]).Distinct(StringComparer.Ordinal).Select(axis.Find).OfType<AxisValue>().OrderBy(value => value.Unit).Select(value => value.Text)]);
}
