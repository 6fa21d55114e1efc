using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with revisions, repairs, conversions and exports as a person asks for them: codes WB2771 to WB2789.</summary>
static class RepairErrors
{
    public static WorkbenchException NoRevisions(string lake) => new("WB2771", ExitCode.Usage,
        $"{lake} keeps no former states of its tapes: only the Parquet lake does.", "the same without #NUMBER");

    public static WorkbenchException NoActions(string symbol) => new("WB2773", ExitCode.Data,
        $"The lake knows no dividends and splits of {symbol}.", $"./run.sh data import PATH --instrument {symbol} --format yahoo-json, or rows in the configuration");

    public static WorkbenchException NoBars(string kind) => new("WB2774", ExitCode.Usage,
        $"The rules of repair are about bars, and {kind} are none.", "./run.sh data repair SPY:1d");

    public static WorkbenchException NoOutFile(string file) => new("WB2780", ExitCode.Usage,
        $"{file} is not changed: the repaired table needs a name of its own.", $"./run.sh data repair {ShellWord.Quoted(file)} --out-file repaired.csv, or --dry-run");

    public static WorkbenchException AuditChanged(string file, long line, string what) => new("WB2781", ExitCode.Data,
        FormattableString.Invariant($"{file}, line {line}: {what} The record of repairs was changed."), "put back a copy from before the change, or move the folder away");

    public static WorkbenchException AuditBusy(string file) => new("WB2782", ExitCode.TimeOut, $"{file} is held by another process.", "the same again");

    public static WorkbenchException AuditTooLong(string file, long mostBytes) => new("WB2783", ExitCode.Data,
        FormattableString.Invariant($"{file} would be longer than {mostBytes >> 20} MB."), "move the folder away as an archive; the record begins anew");

    public static WorkbenchException SourceAndRule() => new("WB2784", ExitCode.Usage,
        "--source fetches once more and applies no rule: --rule and --dry-run do not go with it.", "./run.sh data repair EURUSD:ticks --source dukascopy --from 2024-03-04 --to 2024-03-05");

    public static WorkbenchException IsVendors(string what, string source) => new("WB2785", ExitCode.Data,
        $"{what} is stored already, from {source}: what is made here would replace it.", "the same with --into DIR, a lake of its own");

    public static WorkbenchException NotStorable(string kind) => new("WB2786", ExitCode.Usage,
        $"{kind} cannot be stored: bars that the market's own events close are made while a run goes on.", "a length by time such as 5m@bid, or Bars.Ticks(100) in the script");

    public static WorkbenchException CannotMake(string from, string to, string why) => new("WB2787", ExitCode.Usage, $"{to} cannot be made of {from}: {why}.", "./run.sh data convert --help");

    public static WorkbenchException OutFileThere(string file) => new("WB2788", ExitCode.Usage, $"{file} is there already.", "the same with another --out-file");

    public static WorkbenchException OutFileFormat(string file) => new("WB2789", ExitCode.Usage, $"{file} ends neither in .csv nor in .parquet.", "--out-file ticks.csv");

    public static WorkbenchException SeveralKinds(string symbol, IReadOnlyCollection<string> kinds) => new("WB2772", ExitCode.Usage,
        $"The lake has {string.Join(", ", kinds)} of {symbol}: it is not clear which is meant.", $"the same with {symbol}:{kinds.FirstOrDefault() ?? "ticks"}");
}
