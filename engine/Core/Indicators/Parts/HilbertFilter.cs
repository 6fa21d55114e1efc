namespace Workbench.Core;

/// <summary>Ehlers' short Hilbert filter: turns the phase of a line by a quarter, three steps late. NaN until there are seven values.</summary>
sealed class HilbertFilter
{
    readonly Window line = new(7);

    /// <summary>Takes the next value in; the gain makes up for what the filter loses at the cycle's period.</summary>
    public double Add(double value, double gain)
    {
        line.Add(value);
        return (0.0962d * (line[0] - line[6]) + 0.5769d * (line[2] - line[4])) * gain;
    }
}
