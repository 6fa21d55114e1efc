using Workbench.Data.Generation;
using Workbench.Data.Instruments;
using Workbench.Data.Quality;
using Workbench.Data.Tests.Lake;

namespace Workbench.Data.Tests.Quality;

/// <summary>Five clean days of generated ticks, Monday to Friday, into one of which a defect is planted.</summary>
sealed class Planted
{
    public static readonly Instrument Euro = InstrumentTable.BuiltIn.Find("EURUSD");

    static readonly long Monday = Ticks.At("2024-03-04");

    readonly Random dice;

    public Planted(int seed)
    {
        dice = new Random(seed);
        using var tape = new TickGenerator(Euro, TickProfile.Of(Euro) with { TicksPerDay = 8_000 }, seed, Monday, 1_000_000, Monday + (5 * UtcNanos.Day) - (4 * UtcNanos.Hour));
        var batch = new TickBatch();
        while (tape.Read(batch))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                Rows.Add(new TickRow(batch.Time[i], batch.Bid[i], batch.Ask[i], 1, 1));
            }
        }

        // Not near midnight, so that whatever is planted lies on one day.
        var noon = Monday + (dice.Next(5) * UtcNanos.Day) + (dice.Next(8, 14) * UtcNanos.Hour);
        At = Rows.FindIndex(row => row.Time >= noon);
    }

    public List<TickRow> Rows { get; } = [];

    /// <summary>Where something may be planted: in the middle of one of the days.</summary>
    public int At { get; }

    public DateOnly Day => DateOnly.FromDateTime(UtcNanos.ToDateTime(Rows[At].Time));

    public QualityReport Check() => TapeChecks.Of(new ListTape(Euro, Rows, dice.Next(1, TickBatch.Capacity)));

    /// <summary>Changes some ticks from the place on.</summary>
    public void Change(int count, Func<TickRow, TickRow> change)
    {
        for (var i = At; i < At + count; i++)
        {
            Rows[i] = change(Rows[i]);
        }
    }
}
