namespace Workbench.Simulators.Providers.Series;

/// <summary>Steele, Lea and Flood's SplitMix64: small, and the same on every machine.</summary>
struct SplitMix(ulong state)
{
    ulong state = state;

    /// <summary>A number from 0 to below a bound.</summary>
    public int Next(int below) => (int)(Draw() % (ulong)below);

    /// <summary>A number from 0 to below 1.</summary>
    public double Part() => (Draw() >> 11) * (1d / (1UL << 53));

    ulong Draw()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
