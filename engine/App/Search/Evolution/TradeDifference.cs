using System.Globalization;
using System.Text;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>What two strategies traded differently over the same stretch. Trades that opened at the same instant on the same side are the same idea; what became of it may differ.</summary>
/// <param name="Same">Trades that are alike in everything.</param>
/// <param name="Changed">Trades that opened alike, before and after.</param>
/// <param name="Removed">Trades of the first alone.</param>
/// <param name="Added">Trades of the second alone.</param>
sealed record TradeDifference(int Same, IReadOnlyList<(ListedTrade Before, ListedTrade After)> Changed, IReadOnlyList<ListedTrade> Removed, IReadOnlyList<ListedTrade> Added)
{
    const int MostShown = 5;

    /// <summary>Between two lists.</summary>
    public static TradeDifference Between(IReadOnlyList<ListedTrade> before, IReadOnlyList<ListedTrade> after)
    {
        var later = after.GroupBy(Opening).ToDictionary(group => group.Key, group => new Queue<ListedTrade>(group));
        var (same, changed, removed) = (0, new List<(ListedTrade, ListedTrade)>(), new List<ListedTrade>());
        var matched = new HashSet<long>();
        foreach (var trade in before)
        {
            if (!later.TryGetValue(Opening(trade), out var waiting) || !waiting.TryDequeue(out var other))
            {
                removed.Add(trade);
                continue;
            }

            matched.Add(other.Number);
            if (trade with { Number = other.Number, EntryTag = other.EntryTag, ExitTag = other.ExitTag } == other)
            {
                same++;
            }
            else
            {
                changed.Add((trade, other));
            }
        }

        return new TradeDifference(same, changed, removed, [.. after.Where(trade => !matched.Contains(trade.Number))]);
    }

    /// <summary>In lines.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"trades: {Same} the same, {Changed.Count} changed, {Removed.Count} removed ({Sum(Removed)}), {Added.Count} added ({Sum(Added)})");
        Append(text, "~", Changed, pair => FormattableString.Invariant($"{Line(pair.Before)} → exit {UtcNanos.ToIso(pair.After.ExitTime)} at {pair.After.ExitPrice:0.########}, net {pair.After.Net:N2}"));
        Append(text, "-", Removed, Line);
        Append(text, "+", Added, Line);
        return text.ToString();
    }

    static void Append<T>(StringBuilder text, string sign, IReadOnlyList<T> trades, Func<T, string> line)
    {
        foreach (var trade in trades.Take(MostShown))
        {
            text.Append('\n').Append(sign).Append(' ').Append(line(trade));
        }

        if (trades.Count > MostShown)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{sign} … and {trades.Count - MostShown} more");
        }
    }

    static (string, Side, long) Opening(ListedTrade trade) => (trade.Symbol, trade.Side, trade.EntryTime);

    static string Sum(IReadOnlyList<ListedTrade> trades) => trades.Sum(trade => trade.Net).ToString("N2", CultureInfo.InvariantCulture);

    static string Line(ListedTrade trade) => string.Create(CultureInfo.InvariantCulture,
        $"{UtcNanos.ToIso(trade.EntryTime)} {trade.Side} {trade.Qty:0.########} {trade.Symbol} at {trade.EntryPrice:0.########}, exit {UtcNanos.ToIso(trade.ExitTime)} at {trade.ExitPrice:0.########}, net {trade.Net:N2}");
}
