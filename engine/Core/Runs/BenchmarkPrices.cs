namespace Workbench.Core;

/// <summary>First and last tradable price of an instrument within the run: what buying and holding it would have earned.</summary>
/// <param name="Instrument">What would have been held.</param>
/// <param name="First">First price, mid or close, in quote currency.</param>
/// <param name="Last">Last price, mid or close, in quote currency.</param>
public sealed record BenchmarkPrices(Instrument Instrument, decimal First, decimal Last)
{
    /// <summary>Last over first, minus one.</summary>
    public double Return => First == 0m ? double.NaN : (double)(Last / First) - 1d;
}
