using System.Globalization;

namespace Workbench.Simulators.Binance;

/// <summary>What both markets say in the same words: the 10xx and 11xx of errors.md, and keys.</summary>
static class CommonErrors
{
    public static BinanceRefusal TooMuchWeight(int limit) => new(429, -1003,
        $"Too much request weight used; current limit is {limit} request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid polling the API.");

    public static BinanceRefusal Banned(long untilMs) => new(418, -1003, string.Create(CultureInfo.InvariantCulture,
        $"Way too much request weight used; IP banned until {untilMs}. Please use WebSocket Streams for live updates to avoid bans."));

    public static BinanceRefusal TooManyOrders(int limit) => new(429, -1015, $"Too many new orders; current limit is {limit} orders per 10 SECOND.");

    public static BinanceRefusal OutsideWindow() => new(400, -1021, "Timestamp for this request is outside of the recvWindow.");

    public static BinanceRefusal AheadOfServer() => new(400, -1021, "Timestamp for this request was 1000ms ahead of the server's time.");

    public static BinanceRefusal BadSignature() => new(400, -1022, "Signature for this request is not valid.");

    public static BinanceRefusal IllegalChars(string name, string range) =>
        new(400, -1100, $"Illegal characters found in parameter '{name}'; legal range is '{range}'.");

    public static BinanceRefusal Mandatory(string name) =>
        new(400, -1102, $"Mandatory parameter '{name}' was not sent, was empty/null, or malformed.");

    public static BinanceRefusal OneOf(string one, string other) =>
        new(400, -1102, $"Param '{one}' or '{other}' must be sent, but both were empty/null!");

    public static BinanceRefusal NotRequired(string name) => new(400, -1106, $"Parameter '{name}' sent when not required.");

    public static BinanceRefusal BadTif() => new(400, -1115, "Invalid timeInForce.");

    public static BinanceRefusal BadType() => new(400, -1116, "Invalid orderType.");

    public static BinanceRefusal BadSide() => new(400, -1117, "Invalid side.");

    public static BinanceRefusal BadSymbol() => new(400, -1121, "Invalid symbol.");

    public static BinanceRefusal BadListenKey() => new(400, -1125, "This listenKey does not exist.");

    public static BinanceRefusal BadData(string name) => new(400, -1130, $"Data sent for parameter '{name}' is not valid.");

    public static BinanceRefusal BadWindow() => new(400, -1131, "recvWindow must be less than 60000.");

    public static BinanceRefusal KeyFormat() => new(401, -2014, "API-key format invalid.");

    public static BinanceRefusal KeyRefused() => new(401, -2015, "Invalid API-key, IP, or permissions for action.");
}
