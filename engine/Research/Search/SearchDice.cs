namespace Workbench.Research.Search;

/// <summary>Dice of their own for every decision of a search, so that none depends on how many were cast before.</summary>
static class SearchDice
{
    /// <summary>Dice for a purpose and its number, such as a candidate of a generation.</summary>
    public static SeededRandom For(long seed, string purpose, long number = 0)
    {
        unchecked
        {
            // FNV-1a over the letters: the runtime's hash of a text differs in every process.
            var mixed = 0xCBF29CE484222325UL;
            foreach (var letter in purpose)
            {
                mixed = (mixed ^ letter) * 0x100000001B3UL;
            }

            mixed = (mixed ^ (ulong)seed) * 0x9E3779B97F4A7C15UL;
            return new SeededRandom((long)((mixed ^ (mixed >> 29) ^ (ulong)number) * 0xBF58476D1CE4E5B9UL));
        }
    }

    /// <summary>A coordinate for each axis, evenly from 0 to 1.</summary>
    public static double[] Units(SeededRandom dice, int count)
    {
        var units = new double[count];
        for (var i = 0; i < count; i++)
        {
            units[i] = dice.NextDouble();
        }

        return units;
    }

    /// <summary>A standard normal number. Half a step off zero, where the quantile is infinite.</summary>
    public static double Normal(SeededRandom dice) => Gauss.Quantile(((dice.NextUInt64() >> 11) + 0.5) * (1.0 / (1UL << 53)));
}
