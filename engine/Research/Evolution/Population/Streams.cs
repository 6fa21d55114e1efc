namespace Workbench.Research.Evolution;

/// <summary>
/// Dice of their own for each decision, from the seed and the decision's place: however the work is spread over cores, and whatever was
/// decided elsewhere, they fall the same.
/// </summary>
static class Streams
{
    /// <summary>The dice of a decision.</summary>
    /// <param name="seed">Seed of the evolution.</param>
    /// <param name="island">Its island.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="slot">Its slot.</param>
    /// <param name="purpose">What is decided there.</param>
    public static SeededRandom Of(long seed, int island, int generation, int slot, Purpose purpose)
    {
        var mixed = (ulong)seed;
        foreach (var part in (ReadOnlySpan<int>)[island, generation, slot, (int)purpose])
        {
            mixed = Mix(unchecked(mixed + 0x9E3779B97F4A7C15 * (ulong)(uint)(part + 1)));
        }

        return new SeededRandom(unchecked((long)mixed));
    }

    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    /// <summary>What is decided; the numbers are part of every result.</summary>
    internal enum Purpose
    {
        Birth = 1,
        Parents = 2,
        Operator = 3,
        Cross = 4,
        Mutate = 5,
        Again = 6,
    }
}
