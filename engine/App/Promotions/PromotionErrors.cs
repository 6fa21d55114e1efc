using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with promotions and their ledger: codes WB430x to WB433x.</summary>
static class PromotionErrors
{
    public static WorkbenchException NoPromotion(string name) => new(
        "WB4300", ExitCode.NotFound, $"No promotion is called '{name}'.", "./run.sh promotions");

    public static WorkbenchException NotAtPaper(string name) => new(
        "WB4312", ExitCode.NotFound, $"Nothing called '{name}' was promoted to paper.", $"./run.sh promote {name} --to paper; ./run.sh promotions");

    public static WorkbenchException NoRecipe(string run) => new(
        "WB4301", ExitCode.Usage, $"Run {run} does not say how it was made: an older version made it, or its {RunRecipe.FileName} is damaged.", "the same backtest again, then promote that run");

    public static WorkbenchException SeveralScripts(string run, IEnumerable<string> scripts) => new(
        "WB4302", ExitCode.Usage, $"Run {run} has several scripts ({string.Join(", ", scripts)}), and a promotion is of one: each must stand for itself.", "./run.sh backtest FILE.csx, without --with, then promote that run");

    public static WorkbenchException NotABacktest(string run, string mode) => new(
        "WB4303", ExitCode.Usage, $"Run {run} is the report of a {mode} session, and backtests are promoted.", "./run.sh runs");

    public static WorkbenchException AlreadyPromoted(string id, string rung) => new(
        "WB4304", ExitCode.Usage, $"The same script with the same settings stands already at {rung}, as {id}.", $"./run.sh promotions {id}");

    public static WorkbenchException Differs(string id, IReadOnlyList<string> differences) => new(
        "WB4305", ExitCode.CheckFailed, $"What was to be run is not what was promoted as {id}: {string.Join("; ", differences)}.",
        "./run.sh backtest with what it is now, and promote that run; or put back what it was");

    public static WorkbenchException Demoted(string id) => new(
        "WB4306", ExitCode.CheckFailed, $"Promotion {id} has ended: it was demoted, or what it stood on was.", $"./run.sh promotions {id}");

    public static WorkbenchException WrongRung(Promotion promotion, string wanted) => new(
        "WB4307", ExitCode.CheckFailed, $"Promotion {promotion.Id} is to {promotion.RungName}, and this session is {wanted}.",
        promotion.Entry.On is { } paper ? $"./run.sh paper --promotion {paper}" : $"./run.sh promote {promotion.Id} --to live --broker oanda --account NAME");

    public static WorkbenchException NotPromoted(string script, string account) => new(
        "WB4308", ExitCode.CheckFailed, $"{account} holds real money, and {script} was not promoted to live.",
        "./run.sh promote RUN --to paper, later --to live, then ./run.sh live --promotion ID; without promotion: --sim, or keys of a practice account");

    public static WorkbenchException DiffersFromPromoted(string script, string id, IReadOnlyList<string> differences) => new(
        "WB4309", ExitCode.CheckFailed, $"{script} was promoted as {id}, and differs from that: {string.Join("; ", differences)}.",
        $"./run.sh live --promotion {id}, which runs what was promoted; or ./run.sh demote {id}");

    public static WorkbenchException OtherAccount(string id, string promoted, string asked) => new(
        "WB4310", ExitCode.CheckFailed, $"Promotion {id} is for {promoted}, not for {asked}.", $"./run.sh live --promotion {id} alone; or promote for the other account");

    public static WorkbenchException OneScriptOnly(string id) => new(
        "WB4311", ExitCode.Usage, $"Promotion {id} is of one script: --with adds none to it.", $"./run.sh paper --promotion {id}");

    public static WorkbenchException LedgerChanged(string file, long line, string what) => new(
        "WB4320", ExitCode.Data, FormattableString.Invariant($"{file}, line {line}: {what} Nothing is promoted and no promoted session begins on a ledger that was changed."),
        "put back a copy from before the change; or move the folder away and promote anew");

    public static WorkbenchException LedgerBusy(string file) => new(
        "WB4321", ExitCode.TimeOut, $"{file} is held by another process.", "the same again");

    public static WorkbenchException LedgerTooLong(string file, long mostBytes) => new(
        "WB4322", ExitCode.Data, FormattableString.Invariant($"{file} would be longer than {mostBytes >> 20} MB."), "move the folder away as an archive and promote anew what still stands");

    public static WorkbenchException LedgerNewer(string file, long line, string why) => new(
        "WB4323", ExitCode.Data, FormattableString.Invariant($"{file}, line {line} was written by a newer version: {why}"), "git pull");
}
