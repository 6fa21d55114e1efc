namespace Workbench.Research.Tests;

public sealed class CalendarTests
{
    [Fact]
    public void Months_and_years_compound_to_the_whole()
    {
        var tables = SyntheticRun.Make(seed: 9, candles: 9_000, turnEvery: 30).Document.Tables;

        Assert.Equal([2024, 2025], tables.Yearly.Select(year => year.Year));
        Assert.All(tables.Yearly, year =>
        {
            var months = tables.Monthly.Where(month => month.Year == year.Year).ToArray();
            Assert.Equal(1 + year.Return!.Value, months.Aggregate(1d, (wealth, month) => wealth * (1 + month.Return!.Value)), 1e-12);
            Assert.Equal(year.Profit, months.Sum(month => month.Profit));
        });
    }

    [Fact]
    public void A_day_that_ends_at_midnight_belongs_to_the_month_before()
    {
        var statistics = new RunStatistics();
        var end = UtcNanos.From(new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Utc));
        statistics.Day(new Core.EquityPoint(end, 101_000m, 0m, 0m));
        var run = SyntheticRun.Finish(statistics, end);

        Assert.Equal((2024, 1), (run.Tables.Monthly[0].Year, run.Tables.Monthly[0].Month));
        Assert.Equal(0.01, run.Tables.Monthly[0].Return!.Value, 1e-12);
    }
}
