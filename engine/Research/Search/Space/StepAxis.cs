namespace Workbench.Research.Search;

/// <summary>An axis of numbers in even steps; its coordinate may be logarithmic all the same.</summary>
sealed class StepAxis : Axis
{
    /// <summary>A grid comes by each value many times, and spelling a decimal is the dearest part of it.</summary>
    const int MostWritten = 4_096;
    readonly decimal from;
    readonly decimal step;
    readonly long count;
    readonly AxisValue[] written;
    readonly double low;
    readonly double high;

    public StepAxis(string name, decimal from, decimal step, long count, bool isLog) : base(name)
    {
        (this.from, this.step, this.count) = (from, step, count);
        IsLog = isLog && count > 1;
        if (IsLog)
        {
            (low, high) = (Math.Log(Lower(0)), Math.Log((double)(Value(count - 1) + step / 2)));
        }

        written = count <= MostWritten ? [.. Enumerable.Range(0, (int)count).Select(i => Write(i))] : [];
    }

    public override long? Count => count;

    public override bool IsOrdered => true;

    public override bool IsNumeric => true;

    public override bool IsLog { get; }

    public override AxisValue At(double unit) => At(Index(unit));

    public override AxisValue At(long index) => written.Length > 0 ? written[index] : Write(index);

    public override AxisValue? Find(string text)
    {
        if (!AxisNumber.TryRead(text, out var value) || value < from || value > Value(count - 1))
        {
            return null;
        }

        var steps = (value - from) / step;
        return steps == decimal.Truncate(steps) ? At((long)steps) : null;
    }

    public override double Width(double unit)
    {
        var index = Index(unit);
        return IsLog ? (Math.Log((double)(Value(index) + step / 2)) - Math.Log(Lower(index))) / (high - low) : 1d / count;
    }

    private protected override string Values => count == 1
        ? AxisNumber.Spell(from)
        : $"{AxisNumber.Spell(from)}..{AxisNumber.Spell(Value(count - 1))}:{AxisNumber.Spell(step)}{(IsLog ? ":log" : "")}";

    AxisValue Write(long index) =>
        new(AxisNumber.Spell(Value(index)), (double)Value(index), IsLog ? (Math.Log((double)Value(index)) - low) / (high - low) : (index + 0.5) / count, index);

    decimal Value(long index) => from + index * step;

    // The first step may begin at or below zero, where a logarithm has nothing.
    double Lower(long index) => Math.Max((double)(Value(index) - step / 2), (double)Value(index) / 2);

    long Index(double unit)
    {
        var within = Math.Clamp(unit, 0d, 1d);
        var steps = IsLog ? Math.Round((Math.Exp(low + within * (high - low)) - (double)from) / (double)step) : Math.Floor(within * count);
        return Math.Clamp((long)steps, 0L, count - 1);
    }
}
