namespace Workbench.Data.Quality;

/// <summary>A day's prices on one scale.</summary>
/// <param name="Exponent">Power of ten by which they differ from the tape's first.</param>
/// <param name="Price">The first of them, raw.</param>
/// <param name="Time">When it came, UTC nanoseconds.</param>
sealed record ScaleStretch(int Exponent, long Price, long Time)
{
    public long Count { get; set; }
}
