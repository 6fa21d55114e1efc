using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with a session: codes WB11xx.</summary>
static class SessionErrors
{
    public static WorkbenchException NoSession(string name) => new(
        "WB1101", ExitCode.NotFound, $"No session is called '{name}'.", "./run.sh status --all, or begin one: ./run.sh paper FILE.csx --feed lake --data EURUSD:ticks");

    public static WorkbenchException Ambiguous(string name, int count) => new(
        "WB1102", ExitCode.Usage, FormattableString.Invariant($"{count} sessions begin with '{name}'."), "./run.sh status --all");

    public static WorkbenchException NotRunning(string id) => new(
        "WB1103", ExitCode.NotFound, $"Session {id} does not run, or does not answer.", $"./run.sh status --all; where it hangs: ./run.sh kill {id} --direct");

    public static WorkbenchException WrongToken(string id) => new(
        "WB1104", ExitCode.Broker, $"Session {id} refused the token.", "call as the user that began the session");

    public static WorkbenchException AccountBusy(string broker, string account) => new(
        "WB1105", ExitCode.Usage, $"Another session trades the account {account} at {broker}: two would undo each other.", "./run.sh status --all");

    public static WorkbenchException NotConfirmed(string account) => new(
        "WB1106", ExitCode.Usage, $"A live session needs its account confirmed, and {account} was not typed.", $"./run.sh live … --confirm {account}");

    public static WorkbenchException Preflight(string what, ExitCode exit) => new(
        "WB1107", exit, $"The session was not begun: {what}", "mend what is marked with ✗ and begin again");

    public static WorkbenchException ReplayDiffers(string id, long record, string what) => new(
        "WB1108", ExitCode.CheckFailed, FormattableString.Invariant($"Session {id} does not replay: at record {record} {what}."),
        "./run.sh doctor; is this the engine version and the script that ran it?");

    /// <summary>Whether an error says that a session does not replay.</summary>
    public static bool IsReplayDifference(WorkbenchException error) => error.Code == ReplayDiffers("", 0, "").Code;

    public static WorkbenchException NoHeader(string id) => new(
        "WB1109", ExitCode.Data, $"The journal of session {id} does not say what session it is: it broke off before it began.", "begin a new one; nothing had been sent");

    public static WorkbenchException UnknownBroker(string name, IEnumerable<string> known) => new(
        "WB1110", ExitCode.Usage, $"There is no broker '{name}'; known are {string.Join(", ", known)}.", "./run.sh live FILE.csx --broker oanda --account NAME");

    public static WorkbenchException UnknownFeed(string name, IEnumerable<string> known) => new(
        "WB1111", ExitCode.Usage, $"There is no feed '{name}'; known are {string.Join(", ", known)}.", "./run.sh paper FILE.csx --feed lake --data EURUSD:ticks");

    public static WorkbenchException ScriptChanged(string path, string id) => new(
        "WB1112", ExitCode.Usage, $"Session {id} did not end, and {path} has changed since: it cannot go on with another script.",
        $"./run.sh flatten {id} is not possible while it does not run: begin with --fresh, or restore the script");

    public static WorkbenchException JournalLost(Exception cause) => new(
        "WB1113", ExitCode.Data, $"The journal can no longer be written ({cause.Message}). No new orders were sent; working ones were cancelled; positions stand.",
        "df -h .; make room, then begin the same session again: it goes on where the journal ends", cause);

    public static WorkbenchException StillOpen(string what) => new(
        "WB1114", ExitCode.RiskVeto, $"Not everything is flat: {what}.", "./run.sh positions, ./run.sh kill --direct");

    public static WorkbenchException NoPassphrase(string variable) => new(
        "WB1115", ExitCode.Broker, "The vault is encrypted, and nobody is there to ask for its passphrase.", $"export {variable}=…, or put keys into the environment");

    public static WorkbenchException NotHeard(string id, string symbol, IEnumerable<string> heard) => new(
        "WB1116", ExitCode.Data, $"Session {id} heard nothing of {symbol}; it heard of {string.Join(", ", heard)}.", $"./run.sh data import {id} --format journal --instrument {heard.FirstOrDefault()}");
}
