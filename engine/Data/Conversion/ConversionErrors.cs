using System.Globalization;

namespace Workbench.Data.Conversion;

/// <summary>What can be wrong with making one kind of data of another (WB26xx), in words for people.</summary>
static class ConversionErrors
{
    public static WorkbenchException NoFactorFile(string path) => new("WB2601", ExitCode.NotFound,
        $"The factor file {path} is not there.", "the same with --adjust PATH, such as factor_files/spy.csv of a LEAN data folder");

    public static WorkbenchException BadFactors(string path, int row, string line, string why) => new("WB2602", ExitCode.Data,
        FormattableString.Invariant($"{path} row {row} cannot be what prices are adjusted by: {why}: {line}"),
        "rows like 20131219,0.8646266,1 with rising dates and factors above 0");

    public static WorkbenchException FactorsEnd(string path, long last, long day) => new("WB2603", ExitCode.Data,
        $"{path} ends on {UtcNanos.ToIso(last)[..10]} and says nothing of {UtcNanos.ToIso(day)[..10]}.",
        "a newer factor file; LEAN's end with a row of 20501231,1,1");

    public static WorkbenchException CannotAdjust(string format) => new("WB2604", ExitCode.Usage,
        $"Prices of the format {format} cannot be adjusted: only those of lean come with factor files.", "the same without --adjust");

    public static WorkbenchException NothingToMakeOf(string path, string wanted, IEnumerable<string> found) => new("WB2605", ExitCode.Data,
        $"{path} holds no bars of {wanted}; it holds {string.Join(", ", found)}.", "./run.sh data import --help");

    public static WorkbenchException SeveralLengths(string path, IEnumerable<string> found) => new("WB2606", ExitCode.Usage,
        $"{path} holds bars of several lengths, {string.Join(", ", found)}: it is not clear of which ones to make the tape.", "the same with --timeframe 1m");

    public static WorkbenchException AlreadyAdjusted(string tape, string source) => new("WB2607", ExitCode.Data,
        $"{tape} is adjusted already: its source is '{source}'.", "the same with --lake DIR for the lake that holds its raw prices");

    public static WorkbenchException NotAdjustable(string tape, string why) => new("WB2608", ExitCode.Usage,
        $"{tape} cannot be adjusted: {why}.", "./run.sh data convert SPY:1d --adjust all --into data/adjusted");

    public static WorkbenchException NothingToAdjust(string tape, string from, AdjustFor what) => new("WB2609", ExitCode.Data,
        $"{from} of nothing within {tape} that prices could be adjusted for ({what.ToString().ToLowerInvariant()}).",
        $"./run.sh data import PATH --instrument {tape.Split(':')[0]} --format yahoo-json brings dividends and splits; --factors FILE takes them from a file");

    public static WorkbenchException SplitTwice(string tape, ToldSplit one, ToldSplit next) => new("WB2610", ExitCode.Data, string.Create(CultureInfo.InvariantCulture,
        $"The split of {one.Ratio:0.######} of {tape} is told twice, on {Day(one.Day)} and on {Day(next.Day)}: one of them may never have been."),
        "./run.sh data check, then actions.csv without the wrong one by an import that tells it once, or --factors FILE");

    public static WorkbenchException SplitsAreIn(string tape, string source) => new("WB2611", ExitCode.Data,
        $"The prices of {tape} ({source}) are adjusted for splits already.", "the same with --adjust dividends");

    public static WorkbenchException SplitsInPart(string tape, string source, long day) => new("WB2612", ExitCode.Data,
        $"The prices of {tape} ({source}) are adjusted for splits, but not for that of {Day(day)}: no factor makes them comparable.",
        $"./run.sh data repair {tape} --rule splits");

    public static WorkbenchException DividendBeyondPrice(string tape, CorporateAction action, decimal paid, decimal close) => new("WB2613", ExitCode.Data, string.Create(CultureInfo.InvariantCulture,
        $"The dividend of {tape} on {action.Date:yyyy-MM-dd}, {paid:0.####}, is not below the close before it, {close:0.####}."),
        $"./run.sh data repair {tape} --rule dividends");

    public static WorkbenchException PointTooCoarse(Instrument instrument) => new("WB2614", ExitCode.Data, string.Create(CultureInfo.InvariantCulture,
        $"Adjusted prices of {instrument.Symbol} do not fit a point of {instrument.FromRaw(1)}: some would be 0, or too large."), "the same with a finer --point, such as 0.00000001");

    static string Day(long day) => UtcNanos.ToIso(day)[..10];
}
