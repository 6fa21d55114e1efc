namespace Workbench.Data.Conversion;

/// <summary>The first and the last price of a day's regular session.</summary>
/// <param name="Day">Midnight of the day on the exchange's clock.</param>
/// <param name="First">First price.</param>
/// <param name="Last">Last price: the close that a dividend is held against.</param>
readonly record struct DayPrice(long Day, decimal First, decimal Last)
{
    /// <summary>All days of a tape that have a price.</summary>
    /// <param name="tape">The tape, read to its end.</param>
    /// <param name="batch">Columns that it is read into.</param>
    /// <param name="read">An event of the columns as a piece of a bar.</param>
    /// <param name="areDays">Whether the events are bars of whole days, which are taken as they are.</param>
    public static List<DayPrice> Of<TBatch>(ICursor<TBatch> tape, TBatch batch, Func<TBatch, int, BarPiece> read, bool areDays)
        where TBatch : IBatch
    {
        var (instrument, session, days) = (tape.Instrument, default(TimeRange), new List<(long Day, long First, long Last)>());
        var clock = new DayClock(instrument.Calendar);
        while (tape.Read(batch))
        {
            for (var at = 0; at < batch.Count; at++)
            {
                var piece = read(batch, at);
                session = piece.Time < session.To ? session : instrument.Calendar.Session(piece.Time);
                if (areDays || piece.Time >= session.From)
                {
                    Take(days, clock.Of(piece.Time), piece);
                }
            }
        }

        return days.ConvertAll(day => new DayPrice(day.Day, instrument.FromRaw(day.First), instrument.FromRaw(day.Last)));
    }

    static void Take(List<(long Day, long First, long Last)> days, long day, in BarPiece piece)
    {
        if (days is [.., var last] && last.Day == day)
        {
            days[^1] = last with { Last = piece.Close };
        }
        else
        {
            days.Add((day, piece.Open, piece.Close));
        }
    }
}
