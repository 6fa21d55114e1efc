using System.Globalization;
using System.Text;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Compare;

namespace Workbench.App;

/// <summary>What changed in the trades, in lines for a person.</summary>
static class TradeDiffText
{
    const int MostShown = 5;

    /// <summary>The counts, and of each kind of change those that brought or cost most.</summary>
    public static string Of(TradeDiff diff)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"trades: {diff.Same} the same, {diff.Changed} changed, {diff.Removed} removed ({diff.RemovedNet:N2}), {diff.Added} added ({diff.AddedNet:N2})");
        Append(text, "~", diff, "changed", diff.Changed);
        Append(text, "-", diff, "removed", diff.Removed);
        Append(text, "+", diff, "added", diff.Added);
        return text.ToString();
    }

    static void Append(StringBuilder text, string sign, TradeDiff diff, string kind, int count)
    {
        var shown = diff.Listed.Where(change => change.Kind == kind).Take(MostShown).ToList();
        foreach (var change in shown)
        {
            text.Append('\n').Append(sign).Append(' ').Append(Line(change));
        }

        if (count > shown.Count)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{sign} … and {count - shown.Count} more");
        }
    }

    static string Line(TradeChange change) => change switch
    {
        { Before: { } before, After: { } after } => string.Create(CultureInfo.InvariantCulture, $"{Line(before)} → exit {UtcNanos.ToIso(after.ExitTime)} at {after.ExitPrice:0.########}, net {after.Net:N2}"),
        _ => Line((change.Before ?? change.After)!),
    };

    static string Line(ListedTrade trade) => string.Create(CultureInfo.InvariantCulture,
        $"{UtcNanos.ToIso(trade.EntryTime)} {trade.Side} {trade.Qty:0.########} {trade.Symbol} at {trade.EntryPrice:0.########}, exit {UtcNanos.ToIso(trade.ExitTime)} at {trade.ExitPrice:0.########}, net {trade.Net:N2}");
}
