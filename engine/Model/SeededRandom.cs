namespace Workbench.Model;

/// <summary>
/// Dice that fall the same in every process, on every machine and under every runtime: xoshiro256** (Blackman and Vigna,
/// 2018), seeded through SplitMix64. The runtime's own Random promises no such thing.
/// </summary>
public sealed class SeededRandom
{
    ulong s0;
    ulong s1;
    ulong s2;
    ulong s3;

    /// <summary>Dice for a seed; any number will do.</summary>
    public SeededRandom(long seed)
    {
        unchecked
        {
            var state = (ulong)seed;
            s0 = SplitMix(ref state);
            s1 = SplitMix(ref state);
            s2 = SplitMix(ref state);
            s3 = SplitMix(ref state);
        }
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        unchecked
        {
            var result = ulong.RotateLeft(s1 * 5, 7) * 9;
            var carried = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= carried;
            s3 = ulong.RotateLeft(s3, 45);
            return result;
        }
    }

    /// <summary>A number from 0 (inclusive) to 1 (exclusive), with 53 random bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 (inclusive) to <paramref name="below"/> (exclusive), without bias.</summary>
    public int Next(int below) => Next(0, below);

    /// <summary>A whole number from <paramref name="from"/> (inclusive) to <paramref name="below"/> (exclusive), without bias.</summary>
    public int Next(int from, int below)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(below, from);

        // Values from the last, incomplete round of the modulus are thrown again: else small numbers would be favoured.
        var range = (ulong)((long)below - from);
        var limit = ulong.MaxValue - ulong.MaxValue % range;
        ulong draw;
        do
        {
            draw = NextUInt64();
        }
        while (draw >= limit);

        return (int)(from + (long)(draw % range));
    }

    static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
