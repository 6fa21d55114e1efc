namespace Workbench.Core;

/// <summary>The last n values by their age. NaN where there is none yet.</summary>
sealed class Window
{
    readonly double[] values;
    int newest;

    public Window(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        values = new double[length];
        Array.Fill(values, double.NaN);
    }

    public int Length => values.Length;

    /// <summary>The oldest value it keeps.</summary>
    public double Oldest => this[values.Length - 1];

    /// <summary>The value of some bars ago; 0 is the newest.</summary>
    public double this[int ago]
    {
        get
        {
            var at = newest - ago;
            return values[at < 0 ? at + values.Length : at];
        }
    }

    /// <summary>Takes a value in and gives the one that leaves; NaN where none does.</summary>
    public double Add(double value)
    {
        newest = newest + 1 == values.Length ? 0 : newest + 1;
        var leaving = values[newest];
        values[newest] = value;
        return leaving;
    }

    /// <summary>Percent of the values that lie below one; NaN until there are n values.</summary>
    public double PercentBelow(double value)
    {
        var below = 0;
        foreach (var other in values)
        {
            below += other < value ? 1 : 0;
        }

        return double.IsNaN(Oldest) ? double.NaN : 100d * below / values.Length;
    }
}
