namespace Workbench.Core;

/// <summary>A study with a signal line: an average of its value that is traded against it. Both are ready together.</summary>
public abstract class SignalStudy : Study
{
    readonly Smoother average;
    double line = double.NaN;

    private protected SignalStudy(FormattableString name, int warmUp, Smoother average)
        : base(name, warmUp)
    {
        this.average = average;
    }

    /// <summary>Average of <see cref="Indicator.Value"/>, in its unit.</summary>
    public double Signal => Shown(line);

    /// <summary><see cref="Indicator.Value"/> less <see cref="Signal"/>: above 0 while the value grows.</summary>
    public double Histogram => Value - Signal;

    private protected sealed override double Next(in Candle now, in Candle before)
    {
        var value = Main(now, before);
        line = average.Add(value);
        return value;
    }

    /// <summary>The line that is averaged.</summary>
    private protected abstract double Main(in Candle now, in Candle before);
}
