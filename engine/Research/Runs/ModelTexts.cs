using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workbench.Research;

/// <summary>The account's terms and the charges for holding in words: the part of a run's identity that no single number tells.</summary>
static class ModelTexts
{
    public static IReadOnlyList<string> Of(RunConfig config) =>
        [Venue(config), Account(config.Account), .. Margins(config.Account), .. RiskTexts.Of(config.Risk), .. config.HoldingOf.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => Holding(entry.Key, entry.Value))];

    static string Venue(RunConfig config) =>
        $"venue: limits fill {ModelText.NameOf(config.LimitFill)}, orders arrive {ModelText.NameOf(config.Arrival)}, latency {config.Latency}, slippage {config.Slippage}, liquidity {config.Liquidity}, "
        + $"queue {config.Queue}, path in bars {ModelText.NameOf(config.Path)}{(config.Resolve == default ? "" : $", resolved by {config.Resolve}")}";

    static string Account(AccountTerms terms) => Text($"account: {(terms.Mode == PositionMode.Netting ? "netting" : "hedging")}, ")
        + (terms.Leverage > 0m ? Text($"leverage {terms.Leverage}, stop-out at {terms.StopOutLevel:0.##} of the initial margin") : terms.MarginOf.Count > 0 ? "margin by instrument" : "no margin asked for")
        + (terms.Leverage > 0m || terms.MarginOf.Count > 0
            ? Text($", margin call at {terms.MarginCallLevel:0.##} of it, {(terms.StopOut == StopOutRule.LargestLossFirst ? "largest loss first" : "all at once")}") : "")
        + ", closed when equity is used up"
        + (terms.KeepsCurrencies ? ", profits kept in their currency" : "")
        + string.Concat(terms.Deposits.Select(money => Text($", {money} at the start")));

    static IEnumerable<string> Margins(AccountTerms terms) => terms.MarginOf.OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => Text($"{entry.Key} margin: {entry.Value.Initial} to open, {entry.Value.Maintenance} to keep"));

    static IEnumerable<string> Holding(string symbol, HoldingTerms terms)
    {
        if (terms.Swap is { } swap)
        {
            var unit = swap.Unit switch
            {
                SwapUnit.Points => "points",
                SwapUnit.Money => Text($"money per {swap.LotSize} units"),
                _ => Text($"interest over {swap.DaysInYear} days"),
            };
            yield return Text($"{symbol} swap: {unit}, cut-off {swap.CutOff.Name}, nights Sunday to Saturday {string.Join(' ', swap.Nights)}, ")
                + Table(swap.Rates, rate => Text($"{rate.From};{rate.Long};{rate.Short}"));
        }

        if (terms.Funding.Count > 0)
        {
            yield return $"{symbol} funding: " + Table(terms.Funding, rate => Text($"{rate.Time};{rate.Rate}"));
        }

        if (terms.Borrow is { } borrow)
        {
            yield return Text($"{symbol} borrow fee: over {borrow.DaysInYear} days, ") + Table(borrow.Rates, rate => Text($"{rate.From};{rate.Rate}"));
        }

        if (terms.Dividends.Count > 0)
        {
            yield return $"{symbol} dividends: " + Table(terms.Dividends, paid => Text($"{paid.Time};{paid.Amount}"));
        }

        if (terms.Splits.Count > 0)
        {
            yield return $"{symbol} splits: " + Table(terms.Splits, split => Text($"{split.Time};{split.New};{split.Old}"));
        }
    }

    /// <summary>A table is named by what is in it: two runs with one sum had the same rates.</summary>
    static string Table<T>(IReadOnlyList<T> rows, Func<T, string> text)
    {
        var sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(text)))));
        return Text($"{rows.Count} {(rows.Count == 1 ? "row" : "rows")}, sha256 {sum[..16]}");
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
