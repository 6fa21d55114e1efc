using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with an evolution and its leaderboard: codes WB4440–WB4449.</summary>
static class EvolveErrors
{
    public static WorkbenchException NoSuchSearch(string id) => new(
        "WB4440", ExitCode.NotFound, $"There is no evolution and no sweep '{id}'.", "./run.sh variants");

    public static WorkbenchException ObjectiveTwice(string name) => new(
        "WB4441", ExitCode.Usage, $"The objective {name} is asked for twice, which weighs nothing twice in a front.", "--objectives return,drawdown,complexity");

    public static WorkbenchException Contradiction(string what, string tryNext) => new("WB4442", ExitCode.Usage, what, tryNext);

    public static WorkbenchException TooShort(string symbol, TimeRange range, string what) => new(
        "WB4443", ExitCode.Data, $"{symbol}, {range}: {what}", "more data, or --oos 0%");

    public static WorkbenchException CannotBeWritten(string script, string why) => new(
        "WB4444", ExitCode.Usage, $"{script}: {why} A survivor could not be written as a script of its own.", "./run.sh sweep FILE.csx …, which only lists settings");

    public static WorkbenchException Changed(string id, string what) => new(
        "WB4445", ExitCode.Data, $"{id} cannot be resumed: {what} What it found so far would not be what it would find now.", "./run.sh evolve … anew");

    public static WorkbenchException Stopped(string id, int generations, int of) => new(
        "WB4446", ExitCode.Cancelled, FormattableString.Invariant($"Stopped after {generations} of {of} generations; they are kept."), $"./run.sh evolve --resume {id}");

    public static WorkbenchException NoSuchVariant(string id, string name, string? near) => new(
        "WB4447", ExitCode.NotFound, $"{id} knows no variant '{name}'." + (near is null ? "" : $" Did you mean {near}?"), $"./run.sh variants {id}");

    public static WorkbenchException NotTheSame(string file, string expected, string found) => new(
        "WB4448", ExitCode.CheckFailed, $"{file} does not do what its genome did (EventLogHash {Short(found)} instead of {Short(expected)}): a bug of the writer, and the script was not kept.", "./run.sh test Research App");

    public static WorkbenchException NobodySurvived(string id, string why) => new(
        "WB4449", ExitCode.StrategyFailed, $"{id}: nobody is a champion. {why}", "more --generations, a longer stretch of data, or a lower --min-trades");

    static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
