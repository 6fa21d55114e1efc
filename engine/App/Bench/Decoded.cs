using Workbench.Model;

namespace Workbench.App;

/// <summary>A whole tape as arrays in memory: ticks as time, bid and ask; bars as opening time, open and close.</summary>
sealed record Decoded(long[] Time, long[] First, long[] Second)
{
    public static Decoded Of(ICursor<TickBatch> ticks)
    {
        var batch = new TickBatch();
        return Gather(ticks, batch, () => batch.Count, batch.Time, batch.Bid, batch.Ask);
    }

    public static Decoded Of(ICursor<BarBatch> bars)
    {
        var batch = new BarBatch();
        return Gather(bars, batch, () => batch.Count, batch.OpenTime, batch.Open, batch.Close);
    }

    static Decoded Gather<TBatch>(ICursor<TBatch> tape, TBatch batch, Func<int> count, params ReadOnlySpan<long[]> columns)
    {
        List<long> time = [], first = [], second = [];
        using (tape)
        {
            while (tape.Read(batch))
            {
                time.AddRange(columns[0].AsSpan(0, count()));
                first.AddRange(columns[1].AsSpan(0, count()));
                second.AddRange(columns[2].AsSpan(0, count()));
            }
        }

        return new Decoded([.. time], [.. first], [.. second]);
    }
}
