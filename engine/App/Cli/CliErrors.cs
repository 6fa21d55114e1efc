using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with the words of a call, and with the machine: codes WB10xx.</summary>
static class CliErrors
{
    public static WorkbenchException Usage(string message, string help) => new("WB1001", ExitCode.Usage, message, help);

    public static WorkbenchException BadData(string text) => new(
        "WB1002", ExitCode.Usage, $"'{text}' names no data. Write INSTRUMENT, INSTRUMENT:ticks (or trades, depth) or INSTRUMENT:1m, with @source or @bid behind it.",
        "./run.sh backtest FILE.csx --data EURUSD:ticks");

    public static WorkbenchException BadTime(string option, string text) => new(
        "WB1003", ExitCode.Usage, $"{option} {text} is no ISO date or time of the years 1678 to 2261.", $"{option} 2024-03-11, or {option} 2024-03-11T08:00");

    public static WorkbenchException EmptyRange(string from, string to) => new(
        "WB1004", ExitCode.Usage, $"Nothing lies between --from {from} and --to {to}.", "--from must be earlier than --to");

    public static WorkbenchException BadNumber(string option, string text, string needs) => new(
        "WB1005", ExitCode.Usage, $"{option} {text}: {needs}.", $"the same with another {option}");

    public static WorkbenchException NotFound(string what, string path, string tryNext) => new(
        "WB1006", ExitCode.NotFound, $"{what} {path} is not there.", tryNext);

    public static WorkbenchException NotWritable(string path, Exception cause) => new(
        "WB1007", ExitCode.Data, $"{path} cannot be written: {cause.Message} What was there before is unchanged.", "df -h .", cause);

    public static WorkbenchException BadConfig(string path, string why) => new(
        "WB1008", ExitCode.Usage, $"{path}: {why}", "./run.sh backtest --help");

    public static WorkbenchException NothingToResolve(BarSpec shorter) => new(
        "WB1032", ExitCode.Usage, $"resolve names {shorter} bars, and the run sees no longer ones that they could tell more of.", "./run.sh backtest FILE.csx --data SYMBOL:1h --config FILE");

    public static WorkbenchException BadTable(string place, string why) => new(
        "WB1030", ExitCode.Usage, $"{place}: {why}", "correct the row and run again; nothing was run");

    public static WorkbenchException NotCovered(string place, string table, string what) => new(
        "WB1031", ExitCode.Usage, $"{place}: the table {table} says nothing of {what}, which the run needs.", "add the missing rows, or narrow the run with --from and --to");

    public static WorkbenchException AlreadyThere(string path) => new(
        "WB1009", ExitCode.Usage, $"{path} exists already, and nothing is overwritten.", "./run.sh new ANOTHER-NAME");

    public static WorkbenchException AmbiguousRun(string prefix, int count) => new(
        "WB1010", ExitCode.Usage, FormattableString.Invariant($"{count} runs begin with '{prefix}'."), "./run.sh runs");

    public static WorkbenchException HandlerStuck(string where, TimeSpan limit) => new(
        "WB4005", ExitCode.TimeOut,
        FormattableString.Invariant($"The strategy did not come back within {limit.TotalSeconds:0.#} s from the event at {where}: an endless loop? No result was written."),
        "./run.sh backtest FILE.csx --event-timeout SECONDS");

    public static WorkbenchException TooMuchMemory(string where, long usedMb, long limitMb) => new(
        "WB4006", ExitCode.StrategyFailed,
        FormattableString.Invariant($"The run used {usedMb} MB at {where}, and {limitMb} MB are allowed. No result was written."),
        "./run.sh backtest FILE.csx --memory-limit MB");

    const string NothingOfIt = "WB4007";

    /// <summary>Whether a run was refused because the lake holds nothing of its instrument.</summary>
    public static bool IsNoData(WorkbenchException error) => error.Code == NothingOfIt;

    public static WorkbenchException NoData(string instrument, string lake) => new(
        NothingOfIt, ExitCode.Data, $"The lake {lake} holds nothing of {instrument}.",
        $"./run.sh data import PATH --instrument {instrument} --format …, or ./run.sh data list");

    public static WorkbenchException UnknownWorkload(string name, IEnumerable<string> known) => new(
        "WB1011", ExitCode.Usage, $"'{name}' is no workload; known are {string.Join(", ", known)}.", "./run.sh bench W1");

    public static WorkbenchException BenchFailed(string words, int exit) => new(
        "WB4008", ExitCode.StrategyFailed, FormattableString.Invariant($"A measured process ended with exit code {exit}: {words}"), "./run.sh bench W1 --runs 1");

    public static WorkbenchException BenchCellFailed(string cause) => new("WB4018", ExitCode.StrategyFailed, $"A measured cell failed: {cause}", "./run.sh bench W10 --runs 1");

    public static WorkbenchException HashesDiffer(string workload) => new(
        "WB4009", ExitCode.StrategyFailed, $"Two runs of {workload} put out different things (EventLogHash): that is a bug of the engine, and its speed does not matter.",
        "./run.sh test Architecture Core");

    public static WorkbenchException OtherSource(string instrument, string asked, string stored) => new("WB4010", ExitCode.Data,
        $"The data of {instrument} came from {stored}, not from {asked}.", $"--data {instrument}@{stored}");

    public static WorkbenchException NotARun(string folder) => new("WB1012", ExitCode.Usage,
        $"{folder} holds other things than a run, and nothing of yours is replaced.", "--out with a folder that is new, empty, or an earlier run");

    public static WorkbenchException Cancelled() => new("WB1013", ExitCode.Cancelled,
        "Stopped before the end. What was there before is unchanged.", "the same again");

    public static WorkbenchException NoInstrument() => new("WB1041", ExitCode.Usage,
        "The files of this format do not say what they are of.", "the same with --instrument EURUSD");

    /// <param name="what">Such as <c>news of AAPL</c>.</param>
    /// <param name="why">Why those that have such things do not give these; empty where nobody is asked.</param>
    /// <param name="keyless">A source that lacks nothing but its key; null where there is none.</param>
    public static WorkbenchException ToldByNobody(string what, IReadOnlyList<string> why, string? keyless) => new("WB1042", ExitCode.Usage,
        $"No source tells a session on live prices the {what}" + (why.Count > 0 ? $": {string.Join(' ', why.Select(each => each.TrimEnd('.') + "."))}" : ", and none is stored."),
        keyless is null ? "./run.sh data sources; or import them (./run.sh data import FILE) and tell what is stored with --no-fetch" : $"./run.sh data sources add {keyless} --key-env VARIABLE");

    public static WorkbenchException NothingTraded(string instrument) => new("WB1040", ExitCode.Usage,
        "Every --data is told and none is traded by: news, a calendar or sentiment alone have no price.", $"--data {instrument}:ticks besides");

    public static WorkbenchException NoCalendar(Instrument instrument) => new("WB4180", ExitCode.Data,
        $"The lake has no calendar of {string.Join(" or ", new[] { instrument.BaseCurrency, instrument.QuoteCurrency }.Distinct())}.",
        "./run.sh data import FILE --format forexfactory-csv, or ./run.sh data list");

    public static WorkbenchException DataTwice(string instrument, string kind) => new("WB1014", ExitCode.Usage,
        $"--data names the {kind} of {instrument} twice.", "the same with one of them");
}
