using Workbench.Core;
using Workbench.Model;
using Workbench.Research.Evolution;

namespace Workbench.Research.Tests.Evolution;

/// <summary>Evaluates trees over bars, from the bar on where all indicators are ready.</summary>
static class Evaluation
{
    // Twice the longest length: what a directional index takes.
    const int Warm = 400;

    /// <summary>For each bar the bits of each tree.</summary>
    public static IEnumerable<long[]> Of(Tree[] trees, Bar[] bars)
    {
        var nodes = Tree.Distinct(trees);
        IndicatorGene[] genes = [.. nodes.Where(node => node.Operator.ReadsIndicator).Select(IndicatorGene.Of).Distinct()];
        Indicator[] indicators = [.. genes.Select(gene => gene.Make())];
        var program = new FlatProgram(nodes, genes, indicators);
        for (var at = 0; at < bars.Length; at++)
        {
            foreach (var indicator in indicators)
            {
                indicator.Update(bars[at]);
            }

            if (at < Warm)
            {
                continue;
            }

            var now = bars[at].CloseTime;
            program.Run(bars[at], new Moment(now, now.Date, now.Date.AddDays(1), 0.0001, at % 17));
            yield return [.. trees.Select(tree => BitConverter.DoubleToInt64Bits(program[program.PlaceOf(tree)]))];
        }
    }
}
