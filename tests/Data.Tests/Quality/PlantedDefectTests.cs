using Workbench.Data.Quality;
using Workbench.Data.Tests.Lake;

namespace Workbench.Data.Tests.Quality;

/// <summary>Each defect, planted in clean ticks at a seeded place, is found on its day and on no other.</summary>
public sealed class PlantedDefectTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 3)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Clean_ticks_are_ok_on_each_day(int seed)
    {
        var planted = new Planted(seed);
        var report = planted.Check();
        Assert.Equal(5, report.Days.Count);
        Assert.All(report.Days, day => Assert.Empty(day.Findings));
        Assert.Equal(new CheckTotals { Count = planted.Rows.Count }, report.Totals);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Crossed_quotes_are_counted_and_refused_above_a_hundredth_of_the_day(int seed)
    {
        var few = new Planted(seed);
        few.Change(3, row => row with { Bid = row.Ask + 1 });
        Found(few, Defect.Crossed, Verdict.Warn);
        Assert.Equal(3, few.Check().Totals.Crossed);

        var many = new Planted(seed);
        many.Change(200, row => row with { Bid = row.Ask + 1 });
        Found(many, Defect.Crossed, Verdict.Refused);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Locked_quotes_are_counted_and_refuse_nothing(int seed)
    {
        var planted = new Planted(seed);
        planted.Change(200, row => row with { Bid = row.Ask });
        Found(planted, Defect.Locked, Verdict.Warn);
        Assert.Equal(200, planted.Check().Totals.Locked);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_stretch_that_was_read_twice_is_found(int seed)
    {
        var planted = new Planted(seed);
        var twice = planted.Rows.GetRange(planted.At, 300);
        planted.Rows.InsertRange(planted.At, twice);
        planted.Rows.Sort(planted.At, 600, Comparer<TickRow>.Create((one, other) => one.Time.CompareTo(other.Time)));
        Found(planted, Defect.Duplicate, Verdict.Warn);
        Assert.InRange(planted.Check().Totals.Duplicates, 299, 301);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_quote_whose_size_alone_changed_within_an_instant_repeats_none(int seed)
    {
        var planted = new Planted(seed);
        var before = planted.Check().Totals.Duplicates;
        for (var i = 0; i < 300; i++)
        {
            var at = planted.At + (2 * i);
            planted.Rows.Insert(at + 1, planted.Rows[at] with { AskSize = planted.Rows[at].AskSize + 1 });
        }

        Assert.Equal(before, planted.Check().Totals.Duplicates);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void One_tick_that_goes_back_in_time_refuses_the_day(int seed)
    {
        var planted = new Planted(seed);
        planted.Change(1, row => row with { Time = row.Time - UtcNanos.Minute });
        Found(planted, Defect.Backwards, Verdict.Refused);
        Assert.Equal(1, planted.Check().Totals.Backwards);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Two_hours_without_ticks_are_a_gap(int seed)
    {
        var planted = new Planted(seed);
        var from = planted.Rows[planted.At].Time;
        planted.Rows.RemoveAll(row => row.Time > from && row.Time < from + (2 * UtcNanos.Hour));
        Found(planted, Defect.Gap, Verdict.Warn);
        Assert.Equal(1, planted.Check().Totals.Gaps);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_feed_that_freezes_for_an_hour_is_found(int seed)
    {
        var planted = new Planted(seed);
        var (from, frozen) = (planted.Rows[planted.At].Time, planted.Rows[planted.At]);
        var count = planted.Rows.Count(row => row.Time >= from && row.Time < from + UtcNanos.Hour);
        planted.Change(count, row => row with { Bid = frozen.Bid, Ask = frozen.Ask });
        var day = planted.Check().Days.Single(each => each.Date == planted.Day);
        Assert.Contains(day.Findings, finding => finding is { Defect: Defect.Stale, Verdict: Verdict.Warn });
        Assert.All(planted.Check().Days.Where(each => each.Date != planted.Day), each => Assert.Empty(each.Findings));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_price_that_jumps_by_half_a_percent_and_back_is_an_outlier(int seed)
    {
        var planted = new Planted(seed);
        planted.Change(1, row => row with { Bid = row.Bid * 1005 / 1000, Ask = row.Ask * 1005 / 1000 });
        Found(planted, Defect.Outlier, Verdict.Warn);
        Assert.Equal(1, planted.Check().Totals.Outliers);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ten_bad_prices_in_a_row_do_not_hide_each_other(int seed)
    {
        var planted = new Planted(seed);
        planted.Change(10, row => row with { Bid = row.Bid * 99 / 100, Ask = row.Ask * 99 / 100 });
        Assert.Equal(10, planted.Check().Totals.Outliers);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_price_a_fifth_away_refuses_its_day(int seed)
    {
        var planted = new Planted(seed);
        planted.Change(1, row => row with { Bid = row.Bid * 12 / 10, Ask = row.Ask * 12 / 10 });
        Found(planted, Defect.Outlier, Verdict.Refused);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_level_that_stays_is_no_outlier(int seed)
    {
        var planted = new Planted(seed);
        planted.Change(planted.Rows.Count - planted.At, row => row with { Bid = row.Bid * 98 / 100, Ask = row.Ask * 98 / 100 });
        Assert.Equal(Verdict.Ok, planted.Check().Verdict);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Prices_of_another_scale_refuse_their_day_one_tick_or_many(int seed)
    {
        foreach (var count in (int[])[1, 7, 2_000])
        {
            var planted = new Planted(seed);
            planted.Change(count, row => row with { Bid = row.Bid * 100, Ask = row.Ask * 100 });
            Found(planted, Defect.Scale, Verdict.Refused);
            Assert.Equal(count, planted.Check().Totals.Outliers);
        }
    }

    [Fact]
    public void A_tape_that_begins_in_the_wrong_scale_is_wrong_there_and_not_in_the_rest()
    {
        var planted = new Planted(1);
        var monday = planted.Rows.Count(row => row.Time < planted.Rows[0].Time + (10 * UtcNanos.Hour));
        for (var i = 0; i < monday; i++)
        {
            planted.Rows[i] = planted.Rows[i] with { Bid = planted.Rows[i].Bid * 10, Ask = planted.Rows[i].Ask * 10 };
        }

        Assert.Equal([Verdict.Refused, Verdict.Ok, Verdict.Ok, Verdict.Ok, Verdict.Ok], planted.Check().Days.Select(day => day.Verdict.Verdict));
    }

    [Fact]
    public void Prices_of_nothing_and_ticks_of_a_Saturday_are_told()
    {
        var planted = new Planted(2);
        var saturday = Ticks.At("2024-03-09T10:00");
        planted.Rows[planted.At] = planted.Rows[planted.At] with { Bid = 0 };
        for (var i = 0; i < 50; i++)
        {
            planted.Rows.Add(planted.Rows[^1] with { Time = saturday + (i * UtcNanos.Second), Bid = planted.Rows[^1].Bid + (i % 3) });
        }

        var findings = planted.Check().Days.SelectMany(day => day.Findings).ToList();
        Assert.Contains(findings, finding => finding.Defect == Defect.Scale && finding.Date == planted.Day && finding.Verdict == Verdict.Refused);
        Assert.Contains(findings, finding => finding.Defect == Defect.ClosedHours && finding.Date == new DateOnly(2024, 3, 9) && finding.Verdict == Verdict.Warn);
    }

    static void Found(Planted planted, Defect defect, Verdict verdict)
    {
        var findings = planted.Check().Days.SelectMany(day => day.Findings).ToList();
        var only = Assert.Single(findings);
        Assert.Equal((planted.Day, defect, verdict), (only.Date, only.Defect, only.Verdict));
    }
}
