namespace Workbench.Platform.Postgres;

/// <summary>Where the columns of a tape lie in a table of events. A time is two of them: microseconds, and the nanoseconds beyond.</summary>
/// <typeparam name="TBatch">The batch.</typeparam>
sealed class TapeTable<TBatch>
{
    /// <summary>A table of market data.</summary>
    public TapeTable(string series, ITapeShape<TBatch> layout, Func<Instrument, ITapeJudge<TBatch>>? judge = null)
        : this(series, layout, new WholeRows<TBatch>(layout), judge)
    {
    }

    /// <summary>A table whose rows are of a form of their own.</summary>
    public TapeTable(string series, ITapeShape<TBatch> layout, ITapeRows<TBatch> rows, Func<Instrument, ITapeJudge<TBatch>>? judge = null)
    {
        (Series, Layout, Rows, Judge) = (SeriesTable.Of(series), layout, rows, judge);
        Columns = string.Join(", ", layout.Shape.SelectMany(Names));
    }

    /// <summary>The table.</summary>
    public SeriesTable Series { get; }

    /// <summary>How the batch lies in columns.</summary>
    public ITapeShape<TBatch> Layout { get; }

    /// <summary>How its events become rows.</summary>
    public ITapeRows<TBatch> Rows { get; }

    /// <summary>Makes the check that a tape gets while it is written; null for kinds that have none.</summary>
    public Func<Instrument, ITapeJudge<TBatch>>? Judge { get; }

    /// <summary>Names of the tape's columns in the table, in order.</summary>
    public string Columns { get; }

    /// <summary>The order of events: by time, and of one instant as they came.</summary>
    public string Order => $"{Series.Time}, {Series.Time}_nanos, seq";

    /// <summary>A condition for the events of a tape within a range, exactly.</summary>
    public string Within(int tape, TimeRange range) => $"{Series.Around(tape, range)} and {Since(range.From)} and not ({Since(range.To)})";

    string Since(long time) =>
        FormattableString.Invariant($"({Series.Time}, {Series.Time}_nanos) >= ({Sql.Time(time)}, {time - UtcNanos.Floor(time, UtcNanos.Microsecond)}::smallint)");

    // A bar's volume is what its source calls so; the table counts changes of the price beside it. Whoever told a notice is not where its row was got from.
    static IEnumerable<string> Names(TapeColumn column) => column.Unit switch
    {
        ColumnUnit.Time => [column.Name, column.Name + "_nanos"],
        _ when column.Name == "volume" => ["real_volume"],
        _ when column.Name == "source" => ["publisher"],
        _ => [column.Name],
    };
}
