namespace Workbench.Research;

/// <summary>Candles ready to be drawn: at most <see cref="Curve.MostPoints"/>, beyond that neighbours merged into one.</summary>
sealed record Candles(string Symbol, double[] Times, double[] Open, double[] High, double[] Low, double[] Close, int Merged = 1)
{
    /// <summary>Holes longer than this, and than three usual steps, are times when the market was closed.</summary>
    const double ShortestClose = 4 * 3_600_000d;

    /// <summary>Beyond so many, cutting them out slows the figure down.</summary>
    const int MostCloses = 100;

    public static Candles Of(IEnumerable<Bar> bars)
    {
        var all = bars.ToArray();
        return all.Length == 0 ? throw ChartErrors.Nothing("no bars") : new Candles(
            all[0].Instrument.Symbol, [.. all.Select(bar => bar.OpenNanos / (double)UtcNanos.Millisecond)],
            [.. all.Select(bar => (double)bar.Open)], [.. all.Select(bar => (double)bar.High)],
            [.. all.Select(bar => (double)bar.Low)], [.. all.Select(bar => (double)bar.Close)]).Merge();
    }

    public static Candles Of(CandleChart chart) => new(
        chart.Symbol, [.. chart.Times.Select(time => (double)time)], [.. chart.Open], [.. chart.High], [.. chart.Low], [.. chart.Close]);

    public static Candles Of(BarColumns bars) => bars.Count == 0 ? throw ChartErrors.Nothing("no bars") : new Candles(
        bars.Instrument.Symbol, [.. bars.Nanos.Select(time => time / (double)UtcNanos.Millisecond)], bars.Open, bars.High, bars.Low, bars.Close).Merge();

    public Figure Draw() => new Figure(new Panel
    {
        Traces = [Trace.Candles(this)], X = AxisKind.Time, YTitle = Symbol, IsUnified = true, Weight = 2d, Closed = Closed,
    }) { Notes = Merged == 1 ? [] : [FormattableString.Invariant($"each candle is {Merged} bars")] };

    Candles Merge()
    {
        var merge = (Times.Length + Curve.MostPoints - 1) / Curve.MostPoints;
        if (merge <= 1)
        {
            return this;
        }

        var parts = Enumerable.Range(0, (Times.Length + merge - 1) / merge).Select(i => (From: i * merge, To: Math.Min((i + 1) * merge, Times.Length))).ToArray();
        return new Candles(
            Symbol, [.. parts.Select(part => Times[part.From])], [.. parts.Select(part => Open[part.From])],
            [.. parts.Select(part => High[part.From..part.To].Max())], [.. parts.Select(part => Low[part.From..part.To].Min())],
            [.. parts.Select(part => Close[part.To - 1])], merge);
    }

    /// <summary>Stretches when the market was closed.</summary>
    public (double From, double To)[] Closed => Times.Length < 3 ? [] : Holes();

    (double, double)[] Holes()
    {
        var steps = Times.Zip(Times.Skip(1), (one, next) => next - one).ToArray();
        var usual = steps.Order().ElementAt(steps.Length / 2);
        var holes = steps.Index().Where(step => step.Item > ShortestClose && step.Item > 3d * usual)
            .Select(step => (Times[step.Index] + usual, Times[step.Index + 1])).ToArray();
        return holes.Length <= MostCloses ? holes : [];
    }
}
