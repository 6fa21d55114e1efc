namespace Workbench.Core.Tests.Indicators;

/// <summary>The simple average of an indicator's values, for tables that show no more than that.</summary>
sealed class Smoothed(Indicator inner, int length) : Indicator
{
    readonly Queue<double> values = new();

    public override bool IsReady => values.Count == length;

    public override double Value => values.Average();

    public override void Update(in Bar bar)
    {
        inner.Update(bar);
        values.Enqueue(inner.Value);
        if (values.Count > length)
        {
            values.Dequeue();
        }
    }

    public override string ToString() => $"SMA({length}) of {inner}";
}
