using Workbench.Core;
using Workbench.Data.Instruments;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App.Tests.Search.Field;

/// <summary>Returns are measured over calendar periods that all variants share, whatever they do.</summary>
public sealed class FieldClockTests(FieldLab lab) : IClassFixture<FieldLab>
{
    static readonly Instrument EurUsd = InstrumentTable.BuiltIn.Find("EURUSD");

    [Fact]
    public void Three_weeks_are_measured_by_the_hour_and_the_weekend_makes_no_row()
    {
        var (setup, request) = lab.Over("sma-cross", "EURUSD");
        using var field = new App.Field(FieldSetup.Of(setup, request));

        var results = field.Run([lab.Variant("sma-cross", []), lab.Variant("sma-cross", ["slow=1000"])], null, CancellationToken.None);

        Assert.Equal("1h", field.Clock.Name);
        Assert.InRange(field.Clock.Ends.Count, 300, 400);
        Assert.Equal(field.Clock.Ends.Order().Distinct(), field.Clock.Ends);
        Assert.All(field.Clock.Ends, end => Assert.NotEqual(DayOfWeek.Saturday, UtcNanos.ToDateTime(end - 1).DayOfWeek));
        Assert.All(results, result => Assert.Equal(field.Clock.Ends.Count, result.Returns.Count));
        Assert.InRange(field.Clock.PerYear, 5_000, 252 * 24);
    }

    [Fact]
    public void Half_a_year_is_measured_by_the_day_as_the_report_does()
    {
        var setup = new FieldSetup { Config = new RunConfig { Currency = "USD", Range = new TimeRange(Monday, Monday + 200 * UtcNanos.Day) }, Open = () => [Tape.OfTicks(new Weekdays(140))] };
        using var field = new App.Field(setup);

        var result = field.Run([lab.Variant("sma-cross", ["fast=2", "slow=5", "timeframe=1h"])], null, CancellationToken.None)[0];

        Assert.Equal(("day", 252d), (field.Clock.Name, field.Clock.PerYear));
        Assert.Equal(140, field.Clock.Ends.Count);
        var mean = result.Returns.Average();
        var deviation = Math.Sqrt(result.Returns.Sum(change => (change - mean) * (change - mean)) / (result.Returns.Count - 1));
        Assert.NotEqual(0d, mean);
        Assert.Equal(result.Metric(MetricCatalog.Sharpe.Key).Value!.Value, mean / deviation * Math.Sqrt(252), 1e-9);
    }

    [Fact]
    public void Those_that_trade_alike_have_one_behaviour_and_others_have_another()
    {
        var (setup, request) = lab.Over("sma-cross", "EURUSD");
        using var field = new App.Field(FieldSetup.Of(setup, request));

        var results = field.Run([lab.Variant("sma-cross", ["fast=5"]), lab.Variant("sma-cross", ["fast=5", "qty=10000.0"]), lab.Variant("sma-cross", ["fast=6"])], null, CancellationToken.None);

        Assert.Equal(results[0].BehaviourHash, results[1].BehaviourHash);
        Assert.NotEqual(results[0].BehaviourHash, results[2].BehaviourHash);
        Assert.NotEqual(results[0].BehaviourHash, results[0].EventLogHash);
    }

    /// <summary>2024-01-08.</summary>
    const long Monday = 1_704_672_000L * UtcNanos.Second;

    /// <summary>A tick each quarter of an hour from 8 to 16 o'clock, on weekdays.</summary>
    sealed class Weekdays(int days) : ICursor<TickBatch>
    {
        readonly SeededRandom dice = new(3);
        long price = 110_000;
        int day;

        public Instrument Instrument => EurUsd;

        public bool Read(TickBatch into)
        {
            for (into.Count = 0; day < days && into.Count < 4_000; day++)
            {
                for (var quarter = 0; quarter < 32; quarter++)
                {
                    price += dice.Next(-40, 41);
                    into.Add(Monday + (day / 5 * 7 + day % 5) * UtcNanos.Day + 8 * UtcNanos.Hour + quarter * 15 * UtcNanos.Minute, price, price + 2, 1, 1);
                }
            }

            return into.Count > 0;
        }

        public void Dispose()
        {
        }
    }
}
