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
}
