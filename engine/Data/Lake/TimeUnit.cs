namespace Workbench.Data.Lake;

/// <summary>The coarsest of the format's units of time that holds instants exactly: a feed of milliseconds is stored as such, and small.</summary>
static class TimeUnit
{
    public const long Coarsest = UtcNanos.Millisecond;

    /// <summary>The unit, no coarser than the given one, that divides all instants.</summary>
    public static long For(ReadOnlySpan<long> times, long unit)
    {
        foreach (var time in times)
        {
            while (time % unit != 0)
            {
                unit /= 1_000;
            }
        }

        return unit;
    }
}
