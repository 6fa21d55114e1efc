namespace Workbench.Research.Search;

/// <summary>
/// A continuous axis. What is tried is rounded to about a million values, six digits of the range or on a log axis of the number:
/// shorter than a double, so that the text of a point is the point.
/// </summary>
sealed class RealAxis(string name, decimal from, decimal to, bool isLog) : Axis(name)
{
    const int Digits = 6;
    readonly double ratio = isLog ? Math.Log((double)(to / from)) : 0d;

    public override long? Count => null;

    public override bool IsOrdered => true;

    public override bool IsNumeric => true;

    public override bool IsLog => isLog;

    public override AxisValue At(double unit)
    {
        var within = Math.Clamp(unit, 0d, 1d);
        return isLog
            ? Of(Rounded((decimal)((double)from * Math.Exp(within * ratio)), Math.Log10((double)from) + within * ratio / Math.Log(10d)))
            : Of(Rounded(from + (to - from) * (decimal)within, Math.Log10((double)(to - from))));
    }

    public override AxisValue At(long index) => throw new InvalidOperationException($"{Name} is continuous");

    public override AxisValue? Find(string text) => AxisNumber.TryRead(text, out var value) && value >= from && value <= to ? Of(value) : null;

    public override double Width(double unit) => 0d;

    private protected override string Values => $"{Pointed(from)}..{Pointed(to)}{(isLog ? ":log" : "")}";

    decimal Rounded(decimal value, double magnitude) =>
        Math.Clamp(decimal.Round(value, Math.Clamp(Digits - (int)Math.Ceiling(magnitude), 0, 28)), from, to);

    AxisValue Of(decimal value) => new(
        AxisNumber.Spell(value), (double)value, isLog ? Math.Log((double)(value / from)) / ratio : (double)((value - from) / (to - from)), null);

    // The point is what says that the axis is continuous.
    static string Pointed(decimal value) => AxisNumber.Spell(value) is var text && text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
}
