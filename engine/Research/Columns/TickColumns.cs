namespace Workbench.Research;

/// <summary>Ticks of one instrument as columns of doubles, for LINQ and MathNet; all columns have one length.</summary>
/// <remarks>Prices are statistics here: a ledger's are decimals.</remarks>
public sealed record TickColumns
{
    /// <summary>Most ticks that are read unless the caller says another bound: 200 MB.</summary>
    public const int UsualMost = 5_000_000;

    DateTime[]? times;
    double[]? mid;
    double[]? spread;

    /// <summary>What was quoted.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Times, UTC nanoseconds, never falling.</summary>
    public required long[] Nanos { get; init; }

    /// <summary>Best bids.</summary>
    public required double[] Bid { get; init; }

    /// <summary>Best asks.</summary>
    public required double[] Ask { get; init; }

    /// <summary>Units at the bid.</summary>
    public required double[] BidSize { get; init; }

    /// <summary>Units at the ask.</summary>
    public required double[] AskSize { get; init; }

    /// <summary>How many ticks.</summary>
    public int Count => Nanos.Length;

    /// <summary>Times, UTC; made at first use.</summary>
    public DateTime[] Times => times ??= Array.ConvertAll(Nanos, UtcNanos.ToDateTime);

    /// <summary>Halfway between bid and ask; made at first use.</summary>
    public double[] Mid => mid ??= Zip((bid, ask) => (bid + ask) / 2d);

    /// <summary>Ask less bid; made at first use.</summary>
    public double[] Spread => spread ??= Zip((bid, ask) => ask - bid);

    /// <summary>Reads a tape to its end.</summary>
    /// <param name="cursor">The tape; the caller closes it.</param>
    /// <param name="most">Most ticks to read.</param>
    /// <exception cref="WorkbenchException">WB4207 the tape holds more.</exception>
    public static TickColumns Read(ICursor<TickBatch> cursor, int most = UsualMost)
    {
        var (nanos, columns) = (new List<long>(), new ColumnReader(4));
        var (price, size) = ((double)Scaled.PowerOfTen(cursor.Instrument.PriceScale), (double)Scaled.PowerOfTen(cursor.Instrument.SizeScale));
        var batch = new TickBatch();
        while (cursor.Read(batch))
        {
            ColumnReader.Check(cursor.Instrument, nanos.Count + batch.Count, most);
            nanos.AddRange(batch.Time.AsSpan(0, batch.Count));
            columns.Add(0, batch.Bid, batch.Count, price);
            columns.Add(1, batch.Ask, batch.Count, price);
            columns.Add(2, batch.BidSize, batch.Count, size);
            columns.Add(3, batch.AskSize, batch.Count, size);
        }

        return new TickColumns { Instrument = cursor.Instrument, Nanos = [.. nanos], Bid = columns[0], Ask = columns[1], BidSize = columns[2], AskSize = columns[3] };
    }

    /// <summary>Bars of the mid over equal spans of UTC time, as pandas' <c>mid.resample(span).ohlc().dropna()</c>: none where nothing was quoted. Volume is the number of ticks.</summary>
    /// <exception cref="WorkbenchException">WB4208 the span is not above zero.</exception>
    public BarColumns Resample(TimeSpan span)
    {
        if (span <= TimeSpan.Zero)
        {
            throw ChartErrors.BadArgument(nameof(span), "above zero seconds", span.TotalSeconds);
        }

        var bars = new BarBuilder();
        for (var i = 0; i < Count; i++)
        {
            bars.Add(UtcNanos.Floor(Nanos[i], UtcNanos.From(span)), Mid[i]);
        }

        return bars.Build(Instrument);
    }

    /// <summary>Relative changes of the mid; see <see cref="Series.Returns"/>.</summary>
    public double[] Returns() => Series.Returns(Mid);

    /// <summary>Logarithmic changes of the mid; see <see cref="Series.LogReturns"/>.</summary>
    public double[] LogReturns() => Series.LogReturns(Mid);

    double[] Zip(Func<double, double, double> of)
    {
        var values = new double[Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = of(Bid[i], Ask[i]);
        }

        return values;
    }
}
