namespace Workbench.Core;

/// <summary>The door of a <see cref="PairStudy"/> for the bars of the second instrument.</summary>
sealed class OtherSide(PairStudy study) : Indicator
{
    double close = double.NaN;

    public long At { get; private set; } = long.MaxValue;

    public override bool IsReady => !double.IsNaN(close);

    public override double Value => close;

    public override void Update(in Bar bar)
    {
        (At, close) = (bar.CloseNanos, Candle.Of(bar).Close);
        study.Pair();
    }

    public override string ToString() => $"{study} other side";
}
