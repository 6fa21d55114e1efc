using System.Globalization;
using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Peers;

/// <summary>QuantConnect LEAN on raw prices: dividends are paid in cash. It knows them from the factor file, whose price factors they explain.</summary>
[Collection(LabCollection.Name)]
public sealed class LeanDividendTests(Lab lab)
{
    [SharedDataFact]
    public void Half_an_account_of_raw_SPY_and_eight_years_of_dividends_end_as_in_LEAN()
    {
        using var peer = new Peer(lab).Import("lean-data/equity/usa/daily/spy.zip", "SPY", "lean", "--point", "0.0001", "--quote", "USD");
        var config = peer.Configure("dividends.json", $$"""
            { "commission": { "default": { "perUnit": 0.005, "minimum": 1 } }, "dividends": { "SPY": [{{string.Join(", ", Dividends())}}] } }
            """);
        var run = peer.Run("lean-buy-and-hold.csx", config, "--data", "SPY:1d@last", "--from", "1998-01-01", "--to", "2006-01-01", "--set", "invested=0.49875");

        Assert.Equal((1, 512m, 2.56m), (run.Orders, Assert.Single(run.Trades).Qty, run.Commission));
        Assert.Equal(120_462.08m, run.EndEquity);
    }

    /// <summary>
    /// A row holds the last day of an old factor and its close. The share that the next factor is larger by was paid out on the
    /// following day; LEAN rounds that to cents.
    /// </summary>
    static IEnumerable<string> Dividends()
    {
        var rows = File.ReadLines(SharedData.Path("lean-data/equity/usa/factor_files/spy.csv")).Select(row => row.Split(',')).ToList();
        foreach (var (before, after) in rows.Zip(rows.Skip(1)).Skip(1))
        {
            var day = DateOnly.ParseExact(before[0], "yyyyMMdd", CultureInfo.InvariantCulture).AddDays(1);
            var amount = decimal.Round(Number(before[3]) * (1m - Number(before[1]) / Number(after[1])), 2);
            if (amount > 0m)
            {
                yield return FormattableString.Invariant($$"""{ "date": "{{day:yyyy-MM-dd}}", "amount": {{amount}} }""");
            }
        }
    }

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
