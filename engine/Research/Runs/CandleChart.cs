namespace Workbench.Research;

/// <summary>The candles of one instrument as the report draws them, at most <see cref="Curve.MostPoints"/>.</summary>
public sealed record CandleChart
{
    public required string Symbol { get; init; }

    /// <summary>Decimals of a price.</summary>
    public required int Decimals { get; init; }

    /// <summary>Opening times, Unix milliseconds.</summary>
    public required IReadOnlyList<long> Times { get; init; }

    public required IReadOnlyList<double> Open { get; init; }

    public required IReadOnlyList<double> High { get; init; }

    public required IReadOnlyList<double> Low { get; init; }

    public required IReadOnlyList<double> Close { get; init; }

    /// <summary>Indicator values at each candle's close, by name; NaN before they are ready.</summary>
    public required IReadOnlyList<IndicatorLine> Indicators { get; init; }

    /// <summary>The tape with as many neighbours merged into one candle as it takes.</summary>
    internal static CandleChart From(CandleTape tape, IReadOnlyList<string> names)
    {
        var merge = (tape.Open.Count + Curve.MostPoints - 1) / Curve.MostPoints;
        var count = merge == 0 ? 0 : (tape.Open.Count + merge - 1) / merge;
        var first = Enumerable.Range(0, count).Select(i => i * merge).ToArray();
        var last = first.Select(i => Math.Min(i + merge, tape.Open.Count) - 1).ToArray();
        return new CandleChart
        {
            Symbol = tape.Instrument.Symbol,
            Decimals = tape.Instrument.PriceScale,
            Times = [.. first.Select(i => tape.OpenTime[i] / UtcNanos.Millisecond)],
            Open = [.. first.Select(i => tape.Open[i])],
            High = [.. first.Zip(last, (a, b) => tape.High.GetRange(a, b - a + 1).Max())],
            Low = [.. first.Zip(last, (a, b) => tape.Low.GetRange(a, b - a + 1).Min())],
            Close = [.. last.Select(i => tape.Close[i])],
            Indicators = [.. tape.Indicators.Select((line, at) =>
                new IndicatorLine(at < names.Count ? names[at] : FormattableString.Invariant($"line {at + 1}"), [.. last.Select(i => line[i])]))],
        };
    }
}
