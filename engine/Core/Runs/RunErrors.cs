namespace Workbench.Core;

/// <summary>What can be wrong with a run as such: codes WB40xx.</summary>
static class RunErrors
{
    public static WorkbenchException NoConversion(string symbol, string quote, string account) => new(
        "WB4001", ExitCode.Data,
        $"{symbol} earns {quote}, the account is kept in {account}, and no tape of the run converts one into the other.",
        $"./run.sh data import … --instrument {quote}{account} (or {account}{quote}), or run with --currency {quote}");

    public static WorkbenchException NoCashConversion(string currency, string account) => new(
        "WB4031", ExitCode.Data,
        $"The account starts with {currency}, its worth is told in {account}, and no tape of the run converts one into the other.",
        $"./run.sh data import … --instrument {currency}{account} (or {account}{currency})");

    public static WorkbenchException NoRateInForce(string what, string symbol, long time) => new(
        "WB4032", ExitCode.Data,
        $"The {what} table of {symbol} has no rate for {UtcNanos.ToIso(time)}.",
        "add the missing rows to the table that --config names");

    public static WorkbenchException NoRateYet(string pair) => new(
        "WB4002", ExitCode.Data,
        $"A profit had to be converted before the first price of {pair} was known.",
        $"./run.sh data list (does {pair} begin as early as the run?)");

    public static WorkbenchException NoTape() => new(
        "WB4003", ExitCode.Usage, "A run needs at least one instrument to trade.", "./run.sh backtest FILE.csx --data EURUSD:ticks");

    public static WorkbenchException TooFine(string symbol, BarSpec asked, BarSpec stored) => new(
        "WB4004", ExitCode.Data,
        $"The script asks for {asked} bars of {symbol}, but the run's data are {stored} bars: shorter ones or others cannot be made of them.",
        $"./run.sh backtest FILE.csx --data {symbol}:ticks");

    public static WorkbenchException NothingTraded(string symbol, BarSpec asked) => new(
        "WB4016", ExitCode.Data,
        $"The script asks for {asked} bars of {symbol}, but the run's data are quotes: their sizes are offers, and nothing tells what was traded.",
        $"./run.sh backtest FILE.csx --data {symbol}:trades, or bars of 100t, 20range or 10renko");

    public static WorkbenchException NoSuchScript(string name, IReadOnlyList<string> scripts) => new(
        "WB4035", ExitCode.Usage,
        $"The rotation names a script '{name}', and the run's are {string.Join(", ", scripts)}: nothing would rotate as it is meant.",
        "name the scripts of the run under risk.rotation.scripts in the file that --config names");

    public static WorkbenchException MixedTapes(string symbol) => new(
        "WB4015", ExitCode.Usage,
        $"{symbol} is given as stored bars beside other data, or twice as ticks, trades or depth: which of the two would set its price?",
        $"./run.sh backtest FILE.csx --data {symbol}:ticks (longer bars are made of them)");

    public static WorkbenchException NotRepeatable(string? before, string? now) => new(
        "WB4090", ExitCode.CheckFailed,
        $"The script decides differently when it runs again over the same data: {before ?? "nothing"} became {now ?? "nothing"}. Nothing can be proven of it.",
        "./run.sh check FILE.csx (does a library of the script keep time, roll dice or leave files behind?)");
}
