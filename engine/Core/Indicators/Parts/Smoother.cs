namespace Workbench.Core;

/// <summary>A moving average of any line. What is not there yet (NaN) is passed on and not counted, so that smoothers chain.</summary>
abstract class Smoother
{
    /// <summary>Takes the next value in and gives the average, or NaN where it is too early for one.</summary>
    public double Add(double value) => double.IsNaN(value) ? value : Smooth(value);

    private protected abstract double Smooth(double value);
}
