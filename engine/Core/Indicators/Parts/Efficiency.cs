namespace Workbench.Core;

/// <summary>Kaufman's efficiency of a line: net way by walked way over n steps. NaN until there are n.</summary>
sealed class Efficiency(int length)
{
    readonly Window line = new(length + 1);
    readonly Smoother steps = new SimpleSmoother(length);

    public double Add(double value)
    {
        line.Add(value);
        var walked = length * steps.Add(Math.Abs(value - line[1]));
        // Rounding could make a straight way a hair longer than the walk.
        return walked == 0d ? 1d : Math.Min(1d, Math.Abs(value - line.Oldest) / walked);
    }
}
