namespace Workbench.Research;

/// <summary>Bars of one instrument as columns of doubles, for LINQ and MathNet; all columns have one length.</summary>
/// <remarks>Prices are statistics here: a ledger's are decimals.</remarks>
public sealed record BarColumns
{
    /// <summary>Most bars that are read unless the caller says another bound: 240 MB.</summary>
    public const int UsualMost = 5_000_000;

    DateTime[]? times;

    /// <summary>What was traded or quoted.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Opening times, UTC nanoseconds, rising.</summary>
    public required long[] Nanos { get; init; }

    /// <summary>First prices.</summary>
    public required double[] Open { get; init; }

    /// <summary>Highest prices.</summary>
    public required double[] High { get; init; }

    /// <summary>Lowest prices.</summary>
    public required double[] Low { get; init; }

    /// <summary>Last prices.</summary>
    public required double[] Close { get; init; }

    /// <summary>Units traded; 0 where bars are made of quotes.</summary>
    public required double[] Volume { get; init; }

    /// <summary>The bars themselves, for indicators; empty where the columns were read without them.</summary>
    public IReadOnlyList<Bar> Bars { get; init; } = [];

    /// <summary>How many bars.</summary>
    public int Count => Nanos.Length;

    /// <summary>Opening times, UTC; made at first use.</summary>
    public DateTime[] Times => times ??= Array.ConvertAll(Nanos, UtcNanos.ToDateTime);

    /// <summary>Reads a tape to its end.</summary>
    /// <param name="cursor">The tape; the caller closes it.</param>
    /// <param name="most">Most bars to read.</param>
    /// <exception cref="WorkbenchException">WB4207 the tape holds more.</exception>
    public static BarColumns Read(ICursor<BarBatch> cursor, int most = UsualMost)
    {
        var (nanos, columns) = (new List<long>(), new ColumnReader(5));
        var (price, size) = ((double)Scaled.PowerOfTen(cursor.Instrument.PriceScale), (double)Scaled.PowerOfTen(cursor.Instrument.SizeScale));
        var batch = new BarBatch();
        while (cursor.Read(batch))
        {
            ColumnReader.Check(cursor.Instrument, nanos.Count + batch.Count, most);
            nanos.AddRange(batch.OpenTime.AsSpan(0, batch.Count));
            columns.Add(0, batch.Open, batch.Count, price);
            columns.Add(1, batch.High, batch.Count, price);
            columns.Add(2, batch.Low, batch.Count, price);
            columns.Add(3, batch.Close, batch.Count, price);
            columns.Add(4, batch.Volume, batch.Count, size);
        }

        return new BarColumns
        {
            Instrument = cursor.Instrument, Nanos = [.. nanos], Open = columns[0], High = columns[1], Low = columns[2], Close = columns[3], Volume = columns[4],
        };
    }

    /// <summary>Columns of bars at hand.</summary>
    /// <exception cref="WorkbenchException">WB4204 there is none.</exception>
    public static BarColumns Of(IEnumerable<Bar> bars)
    {
        var all = bars.ToArray();
        return all.Length == 0 ? throw ChartErrors.Nothing("no bars") : new BarColumns
        {
            Instrument = all[0].Instrument, Bars = all, Nanos = [.. all.Select(bar => bar.OpenNanos)],
            Open = [.. all.Select(bar => (double)bar.Open)], High = [.. all.Select(bar => (double)bar.High)],
            Low = [.. all.Select(bar => (double)bar.Low)], Close = [.. all.Select(bar => (double)bar.Close)], Volume = [.. all.Select(bar => (double)bar.Volume)],
        };
    }

    /// <summary>Relative changes of the close; see <see cref="Series.Returns"/>.</summary>
    public double[] Returns() => Series.Returns(Close);

    /// <summary>Logarithmic changes of the close; see <see cref="Series.LogReturns"/>.</summary>
    public double[] LogReturns() => Series.LogReturns(Close);
}
