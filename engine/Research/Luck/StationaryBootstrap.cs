namespace Workbench.Research.Luck;

/// <summary>
/// The stationary bootstrap of Politis and Romano 1994: blocks of geometric length, wrapped around the end. One SplitMix64 stream for
/// all resamples, so that a seed means the same draws for ever and everywhere.
/// </summary>
/// <param name="seed">State that the stream starts from.</param>
/// <param name="rows">Rows to draw from, and rows of a resample.</param>
/// <param name="jump">Chance that a row is not followed by its neighbour: one over the mean length of a block, above 0, at most 1.</param>
public sealed class StationaryBootstrap(long seed, int rows, double jump)
{
    ulong state = unchecked((ulong)seed);

    /// <summary>Rows of the next resample, in order; as many as there are rows.</summary>
    public void Draw(Span<int> indices)
    {
        var at = Any();
        for (var i = 0; i < rows; i++)
        {
            indices[i] = at;
            if (i + 1 < rows)
            {
                at = Next() < jump ? Any() : at + 1 == rows ? 0 : at + 1;
            }
        }
    }

    /// <summary>How often each row is in the next resample.</summary>
    public void Count(Span<double> counts)
    {
        counts[..rows].Clear();
        var at = Any();
        for (var i = 0; i < rows; i++)
        {
            counts[at]++;
            if (i + 1 < rows)
            {
                at = Next() < jump ? Any() : at + 1 == rows ? 0 : at + 1;
            }
        }
    }

    int Any() => (int)(Next() * rows);

    double Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            mixed ^= mixed >> 31;
            return (mixed >> 11) * (1.0 / (1UL << 53));
        }
    }
}
