using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workbench.Data.Conversion;

/// <summary>
/// Factors that follow from the dividends and splits beside a tape. Before a split of r new shares for an old one prices are divided by r.
/// Before a dividend D they are multiplied by 1 - D/C, where C is the last close before it: what CRSP and Yahoo do, so that returns are those of
/// who put each dividend into new shares. The last price of the tape stays as it is.
/// </summary>
sealed class ActionFactors : IAdjustments
{
    const int MarkLetters = 8;

    /// <summary>Weekends and holidays are shorter: a close that is older is of before a gap in the data.</summary>
    const long Fresh = 10 * UtcNanos.Day;

    readonly List<long> days = [];
    readonly List<Adjustment> before = [];

    /// <summary>Works them out.</summary>
    /// <param name="name">The tape, for refusals.</param>
    /// <param name="table">What is told. Its dividends are of the shares that the last of its splits left.</param>
    /// <param name="prices">Prices of the whole tape, as they are.</param>
    /// <param name="what">What to adjust for.</param>
    /// <param name="areAdjusted">Whether the prices are adjusted for splits already: then dividends are of their shares.</param>
    /// <exception cref="WorkbenchException">A dividend is not below the price that it was paid from.</exception>
    public ActionFactors(string name, ActionTable table, IReadOnlyList<DayPrice> prices, AdjustFor what, bool areAdjusted)
    {
        var (by, shares) = (Adjustment.None, 1m);
        foreach (var action in table.Rows.Reverse())
        {
            var day = DayClock.Midnight(action.Date);
            shares *= action.Split > 0 && !areAdjusted ? action.Split : 1m;
            var at = prices.TakeWhile(price => price.Day < day).Count();
            if (at > 0 && at < prices.Count)
            {
                by = Then(by, Of(name, action, action.Dividend * shares, prices[at - 1].Last).Only(what));
                (days, before) = ([day, .. days], [by, .. before]);
                Stale += what.HasFlag(AdjustFor.Dividends) && action.Dividend > 0 && day - prices[at - 1].Day > Fresh ? 1 : 0;
            }
        }

        Mark = $"{what.ToString().ToLowerInvariant()}-{Hash()}";
    }

    public string Mark { get; }

    /// <summary>Dividends whose close before them is of more than ten days before.</summary>
    public int Stale { get; }

    public Adjustment Of(long day)
    {
        var at = days.BinarySearch(day);
        at = at < 0 ? ~at : at + 1;
        return at < days.Count ? before[at] : Adjustment.None;
    }

    static Adjustment Of(string name, CorporateAction action, decimal paid, decimal close) => paid < close
        ? new Adjustment(1m - paid / close, action.Split > 0 ? 1m / action.Split : 1m)
        : throw ConversionErrors.DividendBeyondPrice(name, action, paid, close);

    static Adjustment Then(Adjustment later, Adjustment one) => new(later.Dividends * one.Dividends, later.Split * one.Split);

    string Hash()
    {
        var text = string.Concat(days.Zip(before, static (day, by) => string.Create(CultureInfo.InvariantCulture, $"{day},{by.Dividends},{by.Split}\n")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..MarkLetters];
    }
}
