using Workbench.Data.Repair;

namespace Workbench.Data.Tests.Repair;

/// <summary>Defects that are put into made markets of many kinds: found, taken out again, and nothing else touched.</summary>
public sealed class PlantedDefectTests
{
    const int Days = 600;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_clean_market_is_left_alone(int seed)
    {
        var rows = Market(seed);
        var before = Copy(rows);
        Assert.DoesNotContain(PriceRepair.Apply(rows, PriceRepair.AllRules), finding => finding.IsRepaired);
        AssertSame(before, rows);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_stretch_in_pence_is_brought_to_pounds(int seed)
    {
        var rows = Market(seed);
        var before = Copy(rows);
        var from = new Random(seed).Next(10, Days - 60);
        var length = new Random(seed + 1).Next(1, 40);
        rows.Skip(from).Take(length).ToList().ForEach(row => Scale(row, 100));
        Assert.Equal(length, PriceRepair.Apply(rows, [RepairRule.Units]).Sum(finding => finding.Rows));
        AssertSame(before, rows);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void One_price_in_another_unit_is_found_among_its_row(int seed)
    {
        var rows = Market(seed);
        var before = Copy(rows);
        rows[new Random(seed).Next(Days)].High *= 100;
        rows[new Random(seed + 1).Next(Days)].Low /= 100;
        PriceRepair.Apply(rows, [RepairRule.Units]);
        AssertSame(before, rows);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rows_without_the_split_get_it(int seed)
    {
        var rows = Market(seed);
        var split = new[] { 2.0, 5, 0.1, 7, 0.25 }[seed % 5];
        rows[Days / 2].Split = split;
        var before = Copy(rows);
        foreach (var row in rows.Take(Days / 2 - seed % 5))
        {
            Scale(row, split);
            row.Volume /= split;
        }

        Assert.Equal(Days / 2 - seed % 5, PriceRepair.Apply(rows, [RepairRule.Splits]).Sum(finding => finding.Rows));
        AssertSame(before, rows);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_split_that_nobody_tells_is_told_and_left_alone(int seed)
    {
        var rows = Market(seed);
        var from = new Random(seed).Next(20, Days - 20);
        rows.Take(from).ToList().ForEach(row => Scale(row, new[] { 2.0, 5, 0.1, 7, 0.25 }[seed % 5]));
        var before = Copy(rows);
        var finding = Assert.Single(PriceRepair.Apply(rows, [RepairRule.Splits]));
        Assert.Equal((false, rows[from].Time), (finding.IsRepaired, finding.Time));
        AssertSame(before, rows);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_split_that_is_told_twice_is_told(int seed)
    {
        var rows = Market(seed);
        var again = new Random(seed).Next(1, 9);
        (rows[100].Split, rows[100 + again].Split) = (3, 3);
        var finding = Assert.Single(PriceRepair.Apply(rows, [RepairRule.Splits]));
        Assert.Equal((false, rows[100 + again].Time), (finding.IsRepaired, finding.Time));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_dividend_told_a_hundred_times_too_big_is_made_right(int seed)
    {
        var rows = Market(seed);
        var before = Copy(rows);
        rows.Where(row => row.Dividend > 0).ToList().ForEach(row => row.Dividend *= 100);
        PriceRepair.Apply(rows, [RepairRule.Dividends]);
        AssertSame(before, rows);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_dividend_that_was_not_taken_off_is(int seed)
    {
        var rows = Market(seed);
        var before = Copy(rows);
        var paid = rows.FindIndex(row => row.Dividend > 0);
        var share = 1 - rows[paid].Dividend / rows[paid - 1].Close;
        rows.Take(paid).ToList().ForEach(row => row.Adjusted /= share);
        Assert.Single(PriceRepair.Apply(rows, [RepairRule.Dividends]), finding => finding.IsRepaired);
        AssertSame(before, rows);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_dividend_that_is_missing_is_told(int seed)
    {
        var rows = Market(seed);
        var paid = rows.First(row => row.Dividend > 0);
        paid.Dividend = 0;
        var finding = Assert.Single(PriceRepair.Apply(rows, [RepairRule.Dividends]));
        Assert.Equal((false, paid.Time), (finding.IsRepaired, finding.Time));
    }

    /// <summary>A share that moves by half a percent to two a day and pays half a percent to two each quarter.</summary>
    static List<PriceRow> Market(int seed)
    {
        var dice = new Random(seed);
        var (wild, pays) = (0.005 + 0.015 * dice.NextDouble(), 0.005 + 0.015 * dice.NextDouble());
        var close = Math.Exp(6 * dice.NextDouble());
        var rows = new List<PriceRow>();
        for (var i = 0; i < Days; i++)
        {
            var dividend = i % 63 == 40 ? Math.Round(close * pays, 6) : 0;
            var open = (close - dividend) * Math.Exp(wild / 3 * Normal(dice));
            close = open * Math.Exp(wild * Normal(dice));
            rows.Add(new PriceRow
            {
                Time = i * UtcNanos.Day, Open = open, High = Math.Max(open, close) * 1.002, Low = Math.Min(open, close) * 0.998, Close = close, Adjusted = close,
                Volume = 1_000_000 * dice.Next(1, 50), Dividend = dividend,
            });
        }

        Adjust(rows);
        return rows;
    }

    static void Adjust(List<PriceRow> rows)
    {
        var factor = 1.0;
        for (var i = Days - 1; i >= 0; i--)
        {
            rows[i].Adjusted = rows[i].Close * factor;
            factor *= i > 0 && rows[i].Dividend > 0 ? 1 - rows[i].Dividend / rows[i - 1].Close : 1;
        }
    }

    static double Normal(Random dice) => Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());

    static void Scale(PriceRow row, double factor)
    {
        row.Open *= factor;
        row.High *= factor;
        row.Low *= factor;
        row.Close *= factor;
        row.Adjusted *= factor;
    }

    static List<PriceRow> Copy(List<PriceRow> rows) => rows.ConvertAll(row => row with { });

    static void AssertSame(List<PriceRow> expected, List<PriceRow> actual)
    {
        foreach (var (want, got) in expected.Zip(actual))
        {
            Assert.Equal(
                new[] { want.Open, want.High, want.Low, want.Close, want.Adjusted, want.Dividend, want.Volume }.Select(value => Math.Round(value, 6)),
                new[] { got.Open, got.High, got.Low, got.Close, got.Adjusted, got.Dividend, got.Volume }.Select(value => Math.Round(value, 6)));
        }
    }
}
