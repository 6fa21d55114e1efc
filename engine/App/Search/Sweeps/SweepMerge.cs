using Workbench.Data.Parquet;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>
/// Makes the tables of a sweep from the results of its batches, and of nothing else: whoever ran those, in whichever order and however often,
/// the tables have the same bytes.
/// </summary>
static class SweepMerge
{
    /// <summary>Writes both tables.</summary>
    /// <returns>All variants, the best first.</returns>
    /// <exception cref="Model.WorkbenchException">A batch has no result, or two that differ.</exception>
    public static IReadOnlyList<SweepRow> Write(SweepFolder folder, SweepPlan plan)
    {
        var objective = Objective.Parse(plan.Objective, plan.MinTrades);
        var ranked = SweepRow.Ranked(Variants(folder, plan).Select(each => SweepRow.Of(each.Number, each.Result, objective)));
        var ranks = new int[ranked.Count];
        for (var rank = 0; rank < ranked.Count; rank++)
        {
            ranks[ranked[rank].Number] = rank + 1;
        }

        using var results = SweepTables.Results(folder, plan);
        using var returns = SweepTables.Returns(folder);
        var number = 0;
        foreach (var file in folder.Results(plan))
        {
            foreach (var variant in file.Results)
            {
                results.Add(new VariantLine(number, ranks[number], variant, objective.Of(variant)));
                Write(returns, number++, variant, file.Clock);
            }
        }

        results.Commit();
        returns.Commit();
        return ranked;
    }

    static void Write(ParquetTableWriter<ReturnLine> table, int number, VariantResult variant, PeriodClock clock)
    {
        for (var at = 0; at < variant.Returns.Count; at++)
        {
            table.Add(new ReturnLine(number, clock.Ends[at], variant.Returns[at]));
        }
    }

    static IEnumerable<(int Number, VariantResult Result)> Variants(SweepFolder folder, SweepPlan plan) =>
        folder.Results(plan).SelectMany(file => file.Results).Select((result, number) => (number, result));
}
