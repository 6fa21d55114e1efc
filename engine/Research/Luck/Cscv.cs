using System.Numerics;

namespace Workbench.Research.Luck;

/// <summary>
/// Combinatorially symmetric cross-validation: all halves of the blocks at once. Sums and squares of each block are kept, so that a half
/// costs eight additions a variant, however long the blocks are.
/// </summary>
public static class Cscv
{
    /// <summary>Blocks that the periods are cut into.</summary>
    public const int Blocks = 16;

    /// <summary>Fewer periods in a block say nothing about a half.</summary>
    public const int FewestRows = 4 * Blocks;

    /// <summary>With fewer variants one neighbour turns the verdict.</summary>
    public const int FewestVariants = 10;

    const uint All = (1u << Blocks) - 1;

    /// <summary>Studies variants that move, over the same periods, at least <see cref="FewestRows"/>.</summary>
    public static Overfitting Of(IReadOnlyList<double[]> columns)
    {
        var rows = columns[0].Length;
        var sums = new BlockSums(columns, Blocks);
        var outcomes = new HalfOutcomes(columns.Count, Halves.Count());
        var (mine, other) = (new double[columns.Count], new double[columns.Count]);
        var at = 0;
        foreach (var half in Halves)
        {
            sums.Sharpe(half, mine);
            sums.Sharpe(All & ~half, other);
            outcomes.Set(at, mine, other);
            // In the order of block numbers the n-th half from the end is what the n-th from the start leaves.
            outcomes.Set(outcomes.Count - 1 - at, other, mine);
            at++;
            if (2 * at == outcomes.Count)
            {
                break;
            }
        }

        return outcomes.Result(Blocks, rows % Blocks);
    }

    /// <summary>All halves of the blocks, one bit a block, in the order of block numbers: 0,1,…,7 first, 8,…,15 last.</summary>
    static IEnumerable<uint> Halves => Enumerable.Range(0, (int)All + 1)
        .Select(number => Reversed(All - (uint)number))
        .Where(half => BitOperations.PopCount(half) == Blocks / 2);

    // With block 0 as the highest bit the order of block numbers is that of falling numbers.
    static uint Reversed(uint bits)
    {
        var reversed = 0u;
        for (var i = 0; i < Blocks; i++)
        {
            reversed |= (bits >> i & 1) << (Blocks - 1 - i);
        }

        return reversed;
    }
}
