using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>What can go wrong with Binance (WB5030 to WB5059), in words for people. None of them shows a key, a signature or an address with one.</summary>
static class BinanceErrors
{
    public static WorkbenchException NoSuchEnvironment(string environment) => new("WB5030", ExitCode.Usage,
        $"Binance has no environment '{environment}'.", "practice (default), testnet or live");

    public static WorkbenchException NoKeys(string name) => new("WB5031", ExitCode.Usage,
        $"The keys '{name}' of Binance lack the key or the secret.", "./run.sh broker add binance");

    public static WorkbenchException BadSecret(string name) => new("WB5032", ExitCode.Usage,
        $"The secret of '{name}' looks like a PEM file and is no Ed25519 private key.",
        "a key made with openssl genpkey -algorithm ed25519, or the secret of an HMAC key");

    public static WorkbenchException Refused(string call, int status, int code, string text) => new("WB5033", ExitCode.Broker,
        $"Binance refused {call}: {Said(status, code, text)}.", Advice(code));

    public static WorkbenchException Unanswered(string call, string why) => new("WB5034", ExitCode.Broker,
        $"Binance did not answer {call}: {why}.", "the same again; nothing was changed by the question");

    public static WorkbenchException Unreadable(string call, Exception why) => new("WB5035", ExitCode.Broker,
        $"Binance answered {call} with what cannot be read: {why.Message}", null, why);

    public static WorkbenchException UnknownSymbol(string symbol) => new("WB5036", ExitCode.NotFound,
        $"Binance has no symbol {symbol} in that market.", "its spelling at the venue, such as BTCUSDT");

    public static WorkbenchException FillsLag(string order, decimal told, decimal found) => new("WB5037", ExitCode.Broker,
        FormattableString.Invariant($"Binance says that {told} of order {order} are filled and lists fills of {found}: its lists lag behind."), "the same again in a moment");

    public static WorkbenchException NotSubscribed(string what, int code, string text) => new("WB5038", ExitCode.Broker,
        $"Binance refused the subscription to {what}: {Said(0, code, text)}.", Advice(code));

    public static WorkbenchException UnusableFilter(string symbol, string what) => new("WB5039", ExitCode.Data,
        $"The rules of Binance for {symbol} cannot be used: {what}.");

    public static WorkbenchException NoSuchFeed(DataKind kind) => new("WB5040", ExitCode.Usage,
        $"Binance streams no {kind}.", "ticks, trades, bars or depth");

    static string Said(int status, int code, string text) =>
        FormattableString.Invariant($"{(status == 0 ? "" : $"HTTP {status}, ")}code {code}, {(text.Length == 0 ? "no word of why" : text.TrimEnd('.'))}");

    static string? Advice(int code) => code switch
    {
        -1021 => "set the machine's clock (timedatectl set-ntp true); the offset has been measured anew",
        -1022 => "./run.sh broker add binance: the secret does not belong to the key",
        -2014 or -2015 => "./run.sh broker test binance: the key is wrong, or not allowed from this address or for this",
        _ => null,
    };
}
