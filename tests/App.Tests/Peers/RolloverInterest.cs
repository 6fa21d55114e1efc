using System.Globalization;
using Workbench.Model;

namespace Workbench.App.Tests.Peers;

/// <summary>
/// NautilusTrader's rollover interest, as its result needs it: at each midnight UTC that finds a position open, a million dollars
/// earn the yen's rate less the dollar's of that month, long and short alike, three nights for Wednesdays and for Fridays.
/// </summary>
static class RolloverInterest
{
    const decimal Qty = 1_000_000m;
    const int DaysInYear = 365;

    public static decimal On(IReadOnlyList<TradeRow> trades)
    {
        var sum = 0m;
        for (var midnight = new DateTime(2013, 2, 1); midnight <= new DateTime(2013, 3, 1); midnight = midnight.AddDays(1))
        {
            if (trades.Any(trade => UtcNanos.ToDateTime(trade.EntryTime) < midnight && midnight <= UtcNanos.ToDateTime(trade.ExitTime)))
            {
                var nights = midnight.AddDays(-1).DayOfWeek is DayOfWeek.Wednesday or DayOfWeek.Friday ? 3 : 1;
                sum += decimal.Round(nights * Qty * (Rate("JPN", midnight) - Rate("USA", midnight)) / 100 / DaysInYear, 2);
            }
        }

        return sum;
    }

    /// <summary>Short-term interest of a country in a month, per cent a year.</summary>
    static decimal Rate(string country, DateTime day)
    {
        var start = $"\"{country}\",\"STINT\",\"TOT\",\"PC_PA\",\"M\",\"{day.ToString("yyyy-MM", CultureInfo.InvariantCulture)}\",";
        var row = File.ReadLines(SharedData.Path("fx-bars-csv/short-term-interest.csv")).Single(line => line.StartsWith(start, StringComparison.Ordinal));
        return decimal.Parse(row[start.Length..].Split(',')[0], CultureInfo.InvariantCulture);
    }
}
