using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbench.Simulators.Providers.BinanceData;

/// <summary>Rows as the venue writes them: times in milliseconds, prices and sizes as texts; of eight decimals at spot, of the instrument's own at futures.</summary>
sealed class BinanceRows
{
    readonly string format;
    readonly bool isSpot;

    BinanceRows(string format, bool isSpot) => (this.format, this.isSpot) = (format, isSpot);

    public static BinanceRows OfSpot { get; } = new("0.00000000", isSpot: true);

    public static BinanceRows OfFutures { get; } = new("0.00######", isSpot: false);

    public string Text(decimal number) => number.ToString(format, CultureInfo.InvariantCulture);

    public JsonArray Bar(DateTime begin, TimeSpan step, decimal open, decimal high, decimal low, decimal close, decimal volume, int trades) => new(
        Milliseconds(begin), Text(open), Text(high), Text(low), Text(close), Text(volume), Milliseconds(begin + step) - 1, Text(volume * close), trades, Text(volume / 2), Text(volume * close / 2), "0");

    public JsonObject Trade(long number, DateTime at, decimal price, decimal size, bool buyerIsMaker)
    {
        var row = new JsonObject { ["a"] = number, ["p"] = Text(price), ["q"] = Text(size), ["f"] = number, ["l"] = number, ["T"] = Milliseconds(at), ["m"] = buyerIsMaker };
        if (isSpot)
        {
            row["M"] = true;
        }

        return row;
    }

    static long Milliseconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeMilliseconds();
}
