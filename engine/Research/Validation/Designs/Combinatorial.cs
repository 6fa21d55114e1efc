namespace Workbench.Research.Validation;

/// <summary>
/// Combinatorial purged cross-validation: of N neighbouring groups every choice of k is tested once, so that each group is tested
/// C(N−1, k−1) times and as many whole paths can be put together. López de Prado 2018, chapter 12.
/// </summary>
/// <param name="Groups">N, 2 or more.</param>
/// <param name="Tested">k, 1 to N − 1.</param>
/// <param name="Border">What is kept out of training on both sides of each tested stretch.</param>
public sealed record Combinatorial(int Groups, int Tested, Border Border) : Design(Border)
{
    const long MostSplits = 5_000;

    /// <inheritdoc/>
    public override string Name => "cpcv";

    /// <summary>Splits: C(N, k).</summary>
    public long SplitCount => Choose(Groups, Tested);

    /// <summary>Paths: C(N − 1, k − 1).</summary>
    public long PathCount => Choose(Groups - 1, Tested - 1);

    /// <inheritdoc/>
    public override IReadOnlyList<TrainTest> Over(RowSpans rows)
    {
        if (Groups < 2 || Tested < 1 || Tested >= Groups || SplitCount > MostSplits)
        {
            throw ValidationErrors.BadGroups(Groups, Tested);
        }

        if (rows.Count < 2 * Groups)
        {
            throw ValidationErrors.TooFewRows(FormattableString.Invariant($"cross-validation with {Groups} groups"), rows.Count, 2 * Groups);
        }

        var groups = Grouped(rows.Count, Groups);
        return [.. Choices(Groups, Tested).Select((chosen, at) => SplitOf(rows, groups, chosen, at))];
    }

    /// <summary>The paths: for each the split that tests each group, path j taking the j-th that does.</summary>
    /// <param name="splits">What <see cref="Over"/> gave.</param>
    public IReadOnlyList<IReadOnlyList<int>> Paths(IReadOnlyList<TrainTest> splits)
    {
        int[][] testing = [.. Enumerable.Range(0, Groups).Select(group => Enumerable.Range(0, splits.Count).Where(split => splits[split].Groups.Contains(group)).ToArray())];
        return [.. Enumerable.Range(0, testing[0].Length).Select(path => testing.Select(of => of[path]).ToArray())];
    }

    /// <summary>Tells the group of a row.</summary>
    /// <param name="rows">How many rows there are.</param>
    internal Func<int, int> GroupOf(int rows)
    {
        int[] of = [.. Grouped(rows, Groups).SelectMany((group, at) => group.Select(_ => at))];
        return row => of[row];
    }

    TrainTest SplitOf(RowSpans rows, IReadOnlyList<int[]> groups, int[] chosen, int at)
    {
        int[] test = [.. chosen.SelectMany(group => groups[group])];
        var candidates = Enumerable.Range(0, Groups).Except(chosen).SelectMany(group => groups[group]);
        return new TrainTest(FormattableString.Invariant($"split {at + 1}"), Border.Clear(rows, candidates, test), test) { Groups = chosen }.Checked();
    }

    /// <summary>Every choice of k numbers below n, in dictionary order.</summary>
    static IEnumerable<int[]> Choices(int n, int k)
    {
        int[] at = [.. Enumerable.Range(0, k)];
        while (true)
        {
            yield return [.. at];
            var moved = k - 1;
            while (moved >= 0 && at[moved] == n - k + moved)
            {
                moved--;
            }

            if (moved < 0)
            {
                yield break;
            }

            at[moved]++;
            for (var i = moved + 1; i < k; i++)
            {
                at[i] = at[i - 1] + 1;
            }
        }
    }

    static long Choose(int n, int k)
    {
        var result = 1L;
        for (var i = 1; i <= k && result <= MostSplits * 1_000; i++)
        {
            result = result * (n - k + i) / i;
        }

        return result;
    }
}
