namespace Workbench.Core;

/// <summary>A line against itself n steps ago. NaN until there are n.</summary>
sealed class Change(int length)
{
    readonly Window line = new(length);

    public double Difference(double value) => value - line.Add(value);

    public double Ratio(double value) => value / line.Add(value);

    public double Percent(double value)
    {
        var past = line.Add(value);
        return 100d * (value - past) / past;
    }
}
