using Workbench.Model;

namespace Workbench.App;

/// <summary>What <c>--data</c> asks for: <c>EURUSD</c>, <c>EURUSD:ticks</c>, <c>EURUSD:1m@bid</c>, with the source behind an @.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="Kind">Ticks, trades, bars, or notices such as news; null for the finest there is.</param>
/// <param name="Bars">Length and price of the bars.</param>
/// <param name="Source">Where the data must come from; null for anywhere.</param>
sealed record DataRequest(string Symbol, DataKind? Kind, BarSpec Bars, string? Source)
{
    /// <summary>Whether it asks for something that is told and not traded by.</summary>
    public bool IsNotice => Kind is { } kind && kind.IsNotice();

    public static DataRequest Parse(string text)
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
