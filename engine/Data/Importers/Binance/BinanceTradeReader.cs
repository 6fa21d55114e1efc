using System.Text.Json;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Binance;

/// <summary>Prints of one answer: <c>p</c> price, <c>q</c> size, <c>T</c> milliseconds, <c>m</c> whether the buyer rested, so that the seller came to it.</summary>
sealed class BinanceTradeReader(JsonDocument document, ImportJob job, string path) : IEventReader<TradeGate>
{
    int next;

    public bool Read(TradeGate into)
    {
        var rows = document.RootElement;
        for (var count = rows.GetArrayLength(); next < count && !into.IsFull; next++)
        {
            Put(rows[next], into);
        }

        return next < rows.GetArrayLength();
    }

    public void Dispose() => document.Dispose();

    void Put(JsonElement row, TradeGate into)
    {
        var price = Number(row, "p", job.Instrument.PriceScale, out var isExact);
        into.Log.Report.RoundedPrices += isExact ? 0 : 1;
        var size = Number(row, "q", job.Instrument.SizeScale, out isExact);
        into.Log.Report.RoundedSizes += isExact ? 0 : 1;
        var aggressor = JsonNumber.Member(row, "m").ValueKind switch { JsonValueKind.True => Side.Sell, JsonValueKind.False => Side.Buy, _ => default };
        into.Add(Number(row, "T", 0, out _) * UtcNanos.Millisecond, price, size, aggressor, next + 1);
    }

    long Number(JsonElement row, string name, int scale, out bool isExact) => JsonNumber.TryRead(JsonNumber.Member(row, name), scale, out var raw, out isExact)
        ? raw
        : throw ImportErrors.BadJson(path, FormattableString.Invariant($"row {next + 1} has no number '{name}'"));
}
