namespace Workbench.Research.Compare;

/// <summary>A script in one mode beside the same script in another.</summary>
/// <param name="First">Place of the first among the contenders: of a backtest where there is one.</param>
/// <param name="Other">Place of the other.</param>
/// <param name="From">First instant that both covered, UTC nanoseconds.</param>
/// <param name="To">Last instant that both covered.</param>
/// <param name="Fills">Their fills of that time beside each other.</param>
public sealed record ModePair(int First, int Other, long From, long To, FillMatch Fills)
{
    /// <summary>Each run of another mode beside the first of the same script, backtests first.</summary>
    internal static IReadOnlyList<ModePair> Of(IReadOnlyList<Contender> contenders)
    {
        var places = Enumerable.Range(0, contenders.Count).Where(at => contenders[at].Run is not null)
            .GroupBy(at => contenders[at].Run!.Document.Identity.StrategySha256, StringComparer.Ordinal);
        return [.. places.SelectMany(group => Of(contenders, [.. group.OrderBy(at => Rank(contenders[at].Mode)).ThenBy(at => at)]))];
    }

    static IEnumerable<ModePair> Of(IReadOnlyList<Contender> contenders, List<int> places) =>
        places.Skip(1).Where(at => contenders[at].Mode != contenders[places[0]].Mode).Select(at => Of(contenders, places[0], at));

    static ModePair Of(IReadOnlyList<Contender> contenders, int first, int other)
    {
        var (one, two) = (contenders[first].Run!, contenders[other].Run!);
        var from = Math.Max(one.Document.Covered.From, two.Document.Covered.From);
        var to = Math.Min(one.Document.Covered.To, two.Document.Covered.To);
        List<ComparedFill> Within(ComparedRun run) => [.. run.Fills.Where(fill => fill.Time >= from && fill.Time <= to)];
        return new ModePair(first, other, from, Math.Max(from, to), FillMatch.Of(Within(one), Within(two)));
    }

    static int Rank(string mode) => mode switch { "backtest" => 0, "paper" => 1, _ => 2 };
}
