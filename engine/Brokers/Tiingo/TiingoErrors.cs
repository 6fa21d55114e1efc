using Workbench.Model;

namespace Workbench.Brokers.Tiingo;

/// <summary>What can go wrong with Tiingo's streams (WB5060 to WB5069), in words for people. No text holds the token.</summary>
static class TiingoErrors
{
    public static WorkbenchException Refused(string path, int code, string said) => new("WB5060", ExitCode.Broker,
        FormattableString.Invariant($"Tiingo refused the stream {path} ({code}): {said.TrimEnd('.')}."), "./run.sh data sources test tiingo; shares of IEX need an agreement with the exchange besides the token");

    public static WorkbenchException NoSuchFeed(DataKind kind) => new("WB5061", ExitCode.Usage,
        $"Tiingo streams the best bid and ask, no {kind.ToString().ToLowerInvariant()}.", "--feed with a venue for those");

    public static WorkbenchException NoSuchInstrument(string symbol) => new("WB5062", ExitCode.NotFound,
        $"Tiingo streams currencies, coins and American shares, and {symbol} is none of them.", "--feed with another venue for it");
}
