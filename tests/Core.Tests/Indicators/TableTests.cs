using Workbench.Support;

namespace Workbench.Core.Tests.Indicators;

/// <summary>Every indicator that another system published numbers of, against those numbers.</summary>
public sealed partial class TableTests
{
    public static TheoryData<string> Names => [.. Cases.Select(held => held.ToString())];

    public static TheoryData<string> OtherNames => [.. Others.Select(held => held.ToString())];

    [SharedDataTheory]
    [MemberData(nameof(Names))]
    public void Indicator_agrees_with_the_table(string name)
    {
        var held = Cases.Single(other => other.ToString() == name);
        var (worst, rows, where) = Compare(held);
        Assert.True(rows >= 3, $"{name}: only {rows} rows are held");
        Assert.True(worst <= held.Tolerance, FormattableString.Invariant($"{name}: {worst:G3} off in {where} ({rows} rows)"));
    }

    [SharedDataTheory]
    [MemberData(nameof(OtherNames))]
    public void Indicator_differs_from_the_table_of_another_formula(string name)
    {
        var (worst, rows, _) = Compare(Others.Single(other => other.ToString() == name));
        Assert.True(rows >= 3 && worst > 1e-3, $"{name}: the table holds it after all");
    }

    static (double Worst, int Rows, string Where) Compare(TableCase held)
    {
        var (prices, expected) = Tables.Read(held.Table, held.Column);
        var indicator = held.Make();
        var (worst, rows, where) = (0d, 0, "");
        var off = "";
        for (var i = 0; i < prices.Count; i++)
        {
            indicator.Update(prices.BarAt(i));
            var at = i - held.Shift;
            if (at < held.From || !indicator.IsReady || double.IsNaN(expected[at]) || held.Except?.Contains(at) == true)
            {
                continue;
            }

            rows++;
            var actual = held.Scale * (held.Line?.Invoke(indicator) ?? indicator.Value);
            var difference = Math.Abs(actual - expected[at]) / Math.Max(1d, Math.Abs(expected[at]));
            off += difference <= held.Tolerance ? "" : $" {at}";
            if (!(difference <= worst))
            {
                (worst, where) = (difference, FormattableString.Invariant($"row {at}: {actual}, the table says {expected[at]}"));
            }
        }

        return (worst, rows, $"{where}, off at rows{off}");
    }
}
