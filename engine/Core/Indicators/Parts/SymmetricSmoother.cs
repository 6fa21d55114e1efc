namespace Workbench.Core;

/// <summary>Ehlers' average of four values, weighted 1, 2, 2, 1.</summary>
sealed class SymmetricSmoother : Smoother
{
    readonly Window line = new(4);

    private protected override double Smooth(double value)
    {
        line.Add(value);
        return (line[0] + 2d * line[1] + 2d * line[2] + line[3]) / 6d;
    }
}
