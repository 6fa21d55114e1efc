using System.Globalization;
using Workbench.Model;

namespace Workbench.App;

/// <summary>What <c>--data</c> asks for: <c>EURUSD</c>, <c>EURUSD:ticks</c>, <c>BTCUSDT:depth</c>, <c>EURUSD:1m@bid</c>, with the source behind an @ and a former state behind a #: <c>EURUSD:ticks#2</c>.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="Kind">Ticks, trades, depth, bars, or notices such as news; null for the finest there is.</param>
/// <param name="Bars">Length and price of the bars.</param>
/// <param name="Source">Where the data must come from; null for anywhere.</param>
/// <param name="Revision">Which state of the tape; null for the one in force.</param>
sealed record DataRequest(string Symbol, DataKind? Kind, BarSpec Bars, string? Source, int? Revision = null)
{
    /// <summary>Whether it asks for something that is told and not traded by.</summary>
    public bool IsNotice => Kind is { } kind && kind.IsNotice();

    public static DataRequest Parse(string text)
    {
        var at = text.LastIndexOf('#');
        return at < 0 ? OfPresent(text)
            : int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && OfPresent(text[..at]) is { Kind: not null } request
                ? request with { Revision = number }
                : throw CliErrors.BadData(text);
    }

    static DataRequest OfPresent(string text)
    {
        var parts = text.Split(':', 2);
        var (symbol, kind) = (parts[0], parts.Length == 2 ? parts[1] : "");
        string? source = null;
        var at = text.LastIndexOf('@');
        if (at >= 0 && !Enum.TryParse<PriceSource>(text[(at + 1)..], ignoreCase: true, out _))
        {
            source = text[(at + 1)..];
            symbol = symbol.Split('@')[0];
            kind = kind.Length == 0 ? "" : kind[..kind.LastIndexOf('@')];
        }

        DataKind? known = kind switch
        {
            "" => null,
            "tick" or "ticks" => DataKind.Ticks,
            "trades" => DataKind.Trades,
            "depth" => DataKind.Depth,
            "news" => DataKind.News,
            "calendar" => DataKind.Calendar,
            "sentiment" => DataKind.Sentiment,
            _ => DataKind.Bars,
        };
        var bars = default(BarSpec);
        return symbol.Length > 0 && (known != DataKind.Bars || (BarSpec.TryParse(kind, null, out bars) && bars.IsByTime))
            ? new DataRequest(symbol.ToUpperInvariant(), known, bars, source)
            : throw CliErrors.BadData(text);
    }
}
