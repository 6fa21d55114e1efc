using System.Globalization;

namespace Workbench.Data.Importers.Exports;

/// <summary>What can be wrong with an exported file that is to come back (WB2520 to WB2526), in words for people.</summary>
static class ExportErrors
{
    public static WorkbenchException NotOurs(string path) => new("WB2520", ExitCode.Data,
        $"{path} is Parquet, but none that ./run.sh data export wrote: what its columns mean is not known.", "the same table as CSV, with --format csv");

    public static WorkbenchException OtherColumns(string path, string kind, IEnumerable<string> found, IEnumerable<string> wanted) => new("WB2521", ExitCode.Data,
        $"{path} has other columns than {kind} have: {string.Join(", ", found)}, and not {string.Join(", ", wanted)}.", "export it again with this version");

    public static WorkbenchException OtherScale(string path, TapeColumn column, int found, int wanted, string symbol) => new("WB2522", ExitCode.Data, string.Create(CultureInfo.InvariantCulture,
        $"{path} has {found} decimals in '{column.Name}', and {symbol} has {wanted}."),
        column.Unit == ColumnUnit.Price
            ? string.Create(CultureInfo.InvariantCulture, $"the same with --point {Scaled.ToDecimal(1, (byte)found)}")
            : string.Create(CultureInfo.InvariantCulture, $"the same with \"sizeScale\": {found} for {symbol} in data/instruments.json"));

    public static WorkbenchException Damaged(string path, WorkbenchException cause) => new("WB2523", ExitCode.Data, $"{path} is not what was exported: {cause.Message}", "export it again", cause);

    public static WorkbenchException SeveralSources(string path, IEnumerable<string> sources) => new("WB2524", ExitCode.Data,
        $"{path} holds exports of several sources: {string.Join(", ", sources)}.", "one after the other, file by file");

    public static WorkbenchException NoHours(string path) => new("WB2525", ExitCode.Usage,
        $"{path} comes back whole: --regular-hours does not go with it.", "the same without --regular-hours");

    public static WorkbenchException BadKind(string path, string kind) => new("WB2526", ExitCode.Data,
        $"{path} says that it holds '{kind}', which nothing here is called.", "export it again with this version");
}
