using System.Globalization;

namespace Workbench.Data.Routing;

/// <summary>
/// The limits of a source that outlive a process: 25 calls a day are 25 calls, however often the program is started. Spent is before the
/// call goes out, so that a kill in between errs to the safe side. Windows are those of the UTC clock.
/// </summary>
/// <param name="folder">Where it is kept, usually data/sources/budget.</param>
/// <param name="source">Of which source.</param>
/// <param name="limits">All its limits; those of windows shorter than <see cref="Shortest"/> are left to the process.</param>
/// <param name="time">The clock.</param>
public sealed class KeptBudget(string folder, string source, IReadOnlyList<RateRule> limits, TimeProvider time)
{
    /// <summary>Windows from this length on are kept.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    readonly StateFile<SortedDictionary<string, SpentWindow>> file =
        new(Path.Combine(folder, source + ".json"), RoutingJson.Default.SortedDictionaryStringSpentWindow, new(StringComparer.Ordinal));

    /// <summary>The limits that are kept here.</summary>
    public IReadOnlyList<RateRule> Limits { get; } = [.. limits.Where(rule => rule.Window >= Shortest)];

    /// <summary>Spends a call where all its limits have room for it.</summary>
    /// <returns>Null where it may go out; else the limit that is spent.</returns>
    public BudgetLeft? TrySpend(VenueCall call)
    {
        List<RateRule> mine = [.. Limits.Where(rule => call.Buckets.Count == 0 || call.Buckets.Contains(rule.Bucket))];
        if (mine.Count == 0)
        {
            return null;
        }

        BudgetLeft? spent = null;
        file.Change(before =>
        {
            spent = mine.Select(rule => LeftOf(rule, before)).Where(left => left.Left < call.Weight).MaxBy(left => left.Renews);
            return spent is null ? Spend(before, mine, call.Weight) : before;
        });
        return spent;
    }

    /// <summary>What is left of each limit.</summary>
    public IReadOnlyList<BudgetLeft> Left()
    {
        var spent = file.Read();
        return [.. Limits.Select(rule => LeftOf(rule, spent))];
    }

    SortedDictionary<string, SpentWindow> Spend(SortedDictionary<string, SpentWindow> before, List<RateRule> rules, int weight)
    {
        var after = new SortedDictionary<string, SpentWindow>(before, StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            var left = LeftOf(rule, before);
            after[KeyOf(rule)] = new SpentWindow(WindowOf(rule, before), rule.Limit - left.Left + weight);
        }

        return after;
    }

    BudgetLeft LeftOf(RateRule rule, SortedDictionary<string, SpentWindow> all)
    {
        var window = WindowOf(rule, all);
        var spent = all.TryGetValue(KeyOf(rule), out var known) && known.Window == window ? known.Spent : 0;
        return new BudgetLeft(rule, rule.Limit - spent, new DateTime((window + 1) * rule.Window.Ticks + DateTime.UnixEpoch.Ticks, DateTimeKind.Utc));
    }

    // A clock that was set back a little stays in the window that it was in; one that had run far ahead is not believed.
    long WindowOf(RateRule rule, SortedDictionary<string, SpentWindow> all)
    {
        var now = (time.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks) / rule.Window.Ticks;
        return all.TryGetValue(KeyOf(rule), out var known) && known.Window == now + 1 ? known.Window : now;
    }

    static string KeyOf(RateRule rule) => string.Create(CultureInfo.InvariantCulture, $"{rule.Bucket}/{rule.Window.TotalSeconds}s");
}
