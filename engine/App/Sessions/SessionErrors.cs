using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with a session: codes WB11xx and WB4490.</summary>
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
        "WB1112", ExitCode.Usage, $"Session {id} did not end, and {path}, its settings or its promotion have changed since: it cannot go on as another one.",
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

    public static WorkbenchException EmptyVariable(string variable) => new(
        "WB1130", ExitCode.Usage, $"The environment variable {variable} is empty or not set.", $"export {variable}=…, then the same again");

    public static WorkbenchException NothingSecret(string what, string option) => new(
        "WB1117", ExitCode.Usage, $"Nothing was given as the {what}.", $"{option} VAR names a variable that holds it; or pipe it in");

    public static WorkbenchException NoAccountNumber(string broker) => new(
        "WB1118", ExitCode.Usage, $"{broker} wants to be told the number of the account.", $"./run.sh broker add {broker} --account-number 101-004-1234567-001");

    public static WorkbenchException UnknownEnvironment(string name, IEnumerable<string> known) => new(
        "WB1119", ExitCode.Usage, $"There is no environment '{name}'; there are {string.Join(", ", known)}.", "--environment practice");

    public static WorkbenchException NotForgotten(string broker, string name) => new(
        "WB1120", ExitCode.Usage, $"Keys are forgotten for good, and {broker}/{name} was not typed.", $"./run.sh broker delete {broker} --name {name} --yes");

    public static WorkbenchException NoVenue(string id) => new(
        "WB1121", ExitCode.Usage, $"Session {id} trades at no venue: its orders are matched by the engine, and end with it.", $"./run.sh kill {id}, or end its process");

    public static WorkbenchException SimulatorGone(string id) => new(
        "WB1122", ExitCode.NotFound, $"Session {id} trades at a simulator within its own process: nobody else can reach that one.", $"./run.sh kill {id}, or end its process: nothing is held anywhere else");

    public static WorkbenchException NothingToLookAt(string broker) => new(
        "WB1123", ExitCode.Usage, $"{broker} does not list its instruments, and no session says which ones were traded.", "name them: --data SYMBOL");

    public static WorkbenchException NotSentAgain(string id) => new(
        "WB1124", ExitCode.RiskVeto, $"Dead letter {id} holds an order, and orders are not sent again: the market has moved, and risk has not looked at it.",
        "./run.sh reconcile shows what works and what is held; the script decides anew");

    public static WorkbenchException NotDelivered(int count) => new(
        "WB1125", ExitCode.Broker, FormattableString.Invariant($"{count} dead letters could not be delivered this time either."), "./run.sh deadletters list");

    public static WorkbenchException StillRuns(string id, TimeSpan patience) => new(
        "WB1126", ExitCode.TimeOut, FormattableString.Invariant($"Session {id} took the command and has not ended within {patience.TotalSeconds:0} s."), $"./run.sh kill {id} --direct");

    public static WorkbenchException Differs(int count) => new(
        "WB1127", ExitCode.CheckFailed, FormattableString.Invariant($"{count} things at the venue are not as the session believes."), "./run.sh status; where nothing runs: ./run.sh kill --direct");

    public static WorkbenchException VenueSilent(string broker, string why) => new(
        "WB1128", ExitCode.Broker, $"{broker} cannot be asked: {why}.", "the same again; where it stays so, use the venue's own page");

    public static WorkbenchException FailsAgain(string id, WorkbenchException failure) => new(
        "WB1131", failure.Exit, $"Session {id} broke off because its script failed, and at the same event it fails again: {failure.Message}",
        "./run.sh reconcile shows what is held; mend the script, then begin anew with --fresh", failure);

    public static WorkbenchException NotStreamed(string feed, DataKind kind, string symbol) => new(
        "WB4490", ExitCode.Usage, $"{feed} tells no {kind.Word()} of {symbol} as they come.", $"--data {symbol}:ticks, or another --feed");

    public static WorkbenchException NoTarget() => new(
        "WB1129", ExitCode.Usage, "--direct wants a session or an account, not both.", "./run.sh kill SESSION --direct, or ./run.sh kill --direct --broker oanda --account NAME");
}
