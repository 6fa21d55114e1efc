using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbench.Simulators.Providers.BinanceData;

/// <summary>Rows as the venue writes them: times in milliseconds, prices and sizes as texts of eight decimals.</summary>
static class BinanceRows
{
    public static string Text(decimal number) => number.ToString("0.00000000", CultureInfo.InvariantCulture);

    public static JsonArray Bar(DateTime begin, TimeSpan step, decimal open, decimal high, decimal low, decimal close, decimal volume, int trades) => new(
        Milliseconds(begin), Text(open), Text(high), Text(low), Text(close), Text(volume), Milliseconds(begin + step) - 1, Text(volume * close), trades, Text(volume / 2), Text(volume * close / 2), "0");

    public static JsonObject Trade(long number, DateTime at, decimal price, decimal size, bool buyerIsMaker) => new()
    {
        ["a"] = number, ["p"] = Text(price), ["q"] = Text(size), ["f"] = number, ["l"] = number, ["T"] = Milliseconds(at), ["m"] = buyerIsMaker, ["M"] = true,
    };

    static long Milliseconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeMilliseconds();
}
