using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Workbench.Research.Luck;

/// <summary>
/// Means of resampled columns, many at a time: how often each row was drawn, times the centred returns. Each column is summed over the
/// rows in their order, so the lanes of the processor change no bit.
/// </summary>
sealed class Resampling
{
    const int Tile = 8;
    const int Together = 4;

    readonly Race race;
    readonly double[] tiles;

    public Resampling(Race race)
    {
        this.race = race;
        tiles = new double[(long)Tiles * Tile * race.Rows];
        for (var k = 0; k < race.Means.Length; k++)
        {
            var (column, start) = (race.Columns[k], k / Tile * Tile * race.Rows + k % Tile);
            for (var t = 0; t < race.Rows; t++)
            {
                tiles[start + t * Tile] = column[t] - race.Means[k];
            }
        }
    }

    int Tiles => (race.Means.Length + Tile - 1) / Tile;

    /// <summary>For each resample, in order: the mean of each column in it, less the column's own.</summary>
    public void Each(StationaryBootstrap bootstrap, int replicates, Action<ReadOnlySpan<double>> take)
    {
        var (rows, width) = (race.Rows, Tiles * Tile);
        var counts = new double[Together * rows];
        var sums = new double[Together * width];
        for (var done = 0; done < replicates; done += Together)
        {
            var now = Math.Min(Together, replicates - done);
            for (var r = 0; r < now; r++)
            {
                bootstrap.Count(counts.AsSpan(r * rows, rows));
            }

            for (var tile = 0; tile < Tiles; tile++)
            {
                Multiply(tiles.AsSpan(tile * Tile * rows, Tile * rows), counts, sums.AsSpan(tile * Tile), width);
            }

            for (var r = 0; r < now; r++)
            {
                var means = sums.AsSpan(r * width, race.Means.Length);
                for (var k = 0; k < means.Length; k++)
                {
                    means[k] /= rows;
                }

                take(means);
            }
        }
    }

    /// <summary>Four resamples of eight columns: eight sums that stay in registers.</summary>
    void Multiply(ReadOnlySpan<double> tile, ReadOnlySpan<double> counts, Span<double> sums, int width)
    {
        var rows = race.Rows;
        var values = MemoryMarshal.Cast<double, Vector256<double>>(tile);
        var first = counts[..rows];
        var second = counts.Slice(rows, rows);
        var third = counts.Slice(2 * rows, rows);
        var fourth = counts.Slice(3 * rows, rows);
        Vector256<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var t = 0; t < first.Length; t++)
        {
            var (low, high) = (values[2 * t], values[2 * t + 1]);
            var count = Vector256.Create(first[t]);
            a0 += low * count;
            a1 += high * count;
            count = Vector256.Create(second[t]);
            b0 += low * count;
            b1 += high * count;
            count = Vector256.Create(third[t]);
            c0 += low * count;
            c1 += high * count;
            count = Vector256.Create(fourth[t]);
            d0 += low * count;
            d1 += high * count;
        }

        Store(sums, 0, a0, a1);
        Store(sums, width, b0, b1);
        Store(sums, 2 * width, c0, c1);
        Store(sums, 3 * width, d0, d1);
    }

    static void Store(Span<double> sums, int at, Vector256<double> low, Vector256<double> high)
    {
        low.CopyTo(sums[at..]);
        high.CopyTo(sums[(at + Vector256<double>.Count)..]);
    }
}
