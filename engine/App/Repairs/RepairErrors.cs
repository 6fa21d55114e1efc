using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with revisions, repairs, conversions and exports as a person asks for them: codes WB4472 to WB2789.</summary>
static class RepairErrors
{
    public static WorkbenchException NoRevisions(string lake) => new("WB4472", ExitCode.Usage,
        $"{lake} keeps no former states of its tapes: only the Parquet lake does.", "the same without #NUMBER");

    public static WorkbenchException NoActions(string symbol) => new("WB4474", ExitCode.Data,
        $"The lake knows no dividends and splits of {symbol}.", $"./run.sh data import PATH --instrument {symbol} --format yahoo-json, or rows in the configuration");

    public static WorkbenchException NoBars(string kind) => new("WB4475", ExitCode.Usage,
        $"The rules of repair are about bars, and {kind} are none.", "./run.sh data repair SPY:1d");

    public static WorkbenchException NoOutFile(string file) => new("WB4476", ExitCode.Usage,
        $"{file} is not changed: the repaired table needs a name of its own.", $"./run.sh data repair {ShellWord.Quoted(file)} --out-file repaired.csv, or --dry-run");

    public static WorkbenchException AuditChanged(string file, long line, string what) => new("WB4477", ExitCode.Data,
        FormattableString.Invariant($"{file}, line {line}: {what} The record of repairs was changed."), "put back a copy from before the change, or move the folder away");

    public static WorkbenchException AuditBusy(string file) => new("WB4478", ExitCode.TimeOut, $"{file} is held by another process.", "the same again");

    public static WorkbenchException AuditTooLong(string file, long mostBytes) => new("WB4479", ExitCode.Data,
        FormattableString.Invariant($"{file} would be longer than {mostBytes >> 20} MB."), "move the folder away as an archive; the record begins anew");

    public static WorkbenchException SeveralKinds(string symbol, IReadOnlyCollection<string> kinds) => new("WB4473", ExitCode.Usage,
        $"The lake has {string.Join(", ", kinds)} of {symbol}: it is not clear which is meant.", $"the same with {symbol}:{kinds.FirstOrDefault() ?? "ticks"}");
}
