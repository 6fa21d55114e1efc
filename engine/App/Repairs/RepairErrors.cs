using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with revisions, repairs, conversions and exports as a person asks for them: codes WB4472 to WB4486 and WB4496.</summary>
static class RepairErrors
{
    public static WorkbenchException NoRevisions(string lake) => new("WB4472", ExitCode.Usage,
        $"{lake} keeps no former states of its tapes.", "the same without #NUMBER");

    public static WorkbenchException NoActions(string symbol) => new("WB4474", ExitCode.Data,
        $"The store knows no dividends and splits of {symbol}.", $"./run.sh data import PATH --instrument {symbol} --format yahoo-json, or rows in the configuration");

    public static WorkbenchException NoBars(string kind) => new("WB4475", ExitCode.Usage,
        $"The rules of repair are about bars, and {kind} are none.", "./run.sh data repair SPY:1d");

    public static WorkbenchException NoOutFile(string file) => new("WB4476", ExitCode.Usage,
        $"{file} is not changed: the repaired table needs a name of its own.", $"./run.sh data repair {ShellWord.Quoted(file)} --out-file repaired.csv, or --dry-run");

    public static WorkbenchException AuditChanged(string file, long line, string what) => new("WB4477", ExitCode.Data,
        FormattableString.Invariant($"{file}, line {line}: {what} The record of repairs was changed."), "put back a copy from before the change, or move the folder away");

    public static WorkbenchException AuditBusy(string file) => new("WB4478", ExitCode.TimeOut, $"{file} is held by another process.", "the same again");

    public static WorkbenchException AuditTooLong(string file, long mostBytes) => new("WB4479", ExitCode.Data,
        FormattableString.Invariant($"{file} would be longer than {mostBytes >> 20} MB."), "move the folder away as an archive; the record begins anew");

    public static WorkbenchException SourceAndRule() => new("WB4480", ExitCode.Usage,
        "--source fetches once more and applies no rule: --rule and --dry-run do not go with it.", "./run.sh data repair EURUSD:ticks --source dukascopy --from 2024-03-04 --to 2024-03-05");

    public static WorkbenchException IsVendors(string what, string source) => new("WB4481", ExitCode.Data,
        $"{what} is stored already, from {source}: what is made here would replace it.", "the same with --into DIR, a store of its own");

    public static WorkbenchException NotStorable(string kind) => new("WB4482", ExitCode.Usage,
        $"{kind} cannot be stored: bars that the market's own events close are made while a run goes on.", "a length by time such as 5m@bid, or Bars.Ticks(100) in the script");

    public static WorkbenchException CannotMake(string from, string to, string why) => new("WB4483", ExitCode.Usage, $"{to} cannot be made of {from}: {why}.", "./run.sh data convert --help");

    public static WorkbenchException OutFileThere(string file) => new("WB4484", ExitCode.Usage, $"{file} is there already.", "the same with another --out-file");

    public static WorkbenchException OutFileFormat(string file) => new("WB4485", ExitCode.Usage, $"{file} ends neither in .csv nor in .parquet.", "--out-file ticks.csv");

    public static WorkbenchException AsOrAdjust() => new("WB4486", ExitCode.Usage,
        "One of --as and --adjust says what to make; the other is a second step.", "./run.sh data convert SPY:1d --adjust all --into data/adjusted");

    public static WorkbenchException FetchesIntoLakes(string store, StoredKind tape, string source) => new("WB4496", ExitCode.Usage,
        $"What a source says goes into a lake first, and {store} is a database.",
        $"./run.sh data repair {tape.Instrument.Symbol}:{tape.Name} --source {source} --lake DIR, then ./run.sh data copy --lake DIR --store {store} --instrument {tape.Instrument.Symbol}");

    public static WorkbenchException SeveralKinds(string symbol, IReadOnlyCollection<string> kinds) => new("WB4473", ExitCode.Usage,
        $"There are {string.Join(", ", kinds)} of {symbol}: it is not clear which is meant.", $"the same with {symbol}:{kinds.FirstOrDefault() ?? "ticks"}");
}
