using Workbench.Model;

namespace Workbench.Brokers.Oanda;

/// <summary>What can go wrong between us and OANDA (WB5001 to WB5029), in words for people. No text holds the token.</summary>
static class OandaErrors
{
    public static WorkbenchException NotAuthorised(VenueKeys keys, string said) => new("WB5001", ExitCode.Broker,
        $"OANDA does not accept the token of {keys}: {said}.", $"./run.sh broker test {keys.Name}; tokens for practice and live accounts differ");

    public static WorkbenchException NoSuchAccount(VenueKeys keys, string said) => new("WB5002", ExitCode.Broker,
        $"OANDA has no account {keys.Account} for the token of {keys}: {said}.", $"./run.sh broker add oanda --name {keys.Name} --account ID");

    public static WorkbenchException NoSuchInstrument(IReadOnlyList<string> symbols, IReadOnlyCollection<string> known) => new("WB5003", ExitCode.NotFound,
        $"This OANDA account cannot trade {string.Join(", ", symbols)}.{Meant(symbols[0], known)}", "another symbol: the account's list is under Instruments at OANDA");

    public static WorkbenchException NoAnswer(string call, string cause, Exception? inner = null) => new("WB5004", ExitCode.Broker,
        $"OANDA could not be asked ({call}): {cause}.", "the same again", inner);

    public static WorkbenchException NotUnderstood(string call, string cause, Exception? inner = null) => new("WB5005", ExitCode.Broker,
        $"OANDA's answer to {call} is not understood: {cause}.", "the same again; if it stays, the venue has changed its answers", inner);

    public static WorkbenchException Refused(string call, int status, string said) => new("WB5006", ExitCode.Broker,
        $"OANDA refused {call} ({status}): {said}.", status == 429 ? "the same in a minute: it was too much at once" : null);

    public static WorkbenchException NoSuchFeed(DataKind kind) => new("WB5007", ExitCode.Usage,
        $"OANDA streams the best bid and ask, no {kind.ToString().ToLowerInvariant()}.", "--feed with another venue for those");

    public static WorkbenchException LinkedToMt4(string account) => new("WB5008", ExitCode.Broker,
        $"The OANDA account {account} is linked to MetaTrader 4, which keeps its own notes where we keep our order ids: orders of unknown outcome could not be found again.",
        "an OANDA v20 account that is not linked");

    public static WorkbenchException UnknownEnvironment(string environment) => new("WB5009", ExitCode.Usage,
        $"OANDA has no environment '{environment}'.", "practice or live");

    static string Meant(string symbol, IReadOnlyCollection<string> known) => Closest.To(symbol, known) is { } meant ? $" Did you mean {meant}?" : "";
}
