using System.Globalization;

namespace Workbench.Data.Lake;

/// <summary>What can be wrong with the lake (WB21xx) or a Parquet file (WB22xx), in words for people.</summary>
static class LakeErrors
{
    public const string NothingToStore = "WB2112";

    public static WorkbenchException UnknownInstrument(string symbol, string? meant, IReadOnlyCollection<string> known) => new("WB2101", ExitCode.NotFound,
        $"The lake has no instrument {symbol}." + (meant is not null ? $" Did you mean {meant}?" : known.Count == 0 ? " It is empty." : $" It has {string.Join(", ", known)}."),
        $"./run.sh data import PATH --instrument {symbol} --format dukascopy-bi5");

    public static WorkbenchException NothingStored(string symbol, string kind, IReadOnlyCollection<string> kinds) => new("WB2102", ExitCode.Data,
        $"The lake has no {kind} of {symbol}" + (kinds.Count == 0 ? "." : $"; it has {string.Join(", ", kinds)}."),
        kinds.Count == 0 ? $"./run.sh data import PATH --instrument {symbol} --format dukascopy-bi5" : $"--data {symbol}:{kinds.First()}");

    public static WorkbenchException NothingWithin(string symbol, string kind, TimeRange range, TimeRange stored, bool wasOpen) => new("WB2103", ExitCode.Data,
        $"no {kind} for {symbol} {Stretch(range)} (market was {(wasOpen ? "open" : "closed")}). The lake has {Stretch(stored)}.",
        $"--from {Day(stored.From)} --to {Day(stored.To + UtcNanos.Day - 1)}, or ./run.sh data list");

    public static WorkbenchException OtherScale(Instrument stored, Instrument given) => new("WB2104", ExitCode.Data, string.Create(CultureInfo.InvariantCulture,
        $"The lake has {stored.Symbol} with {stored.PriceScale} decimals of price and {stored.SizeScale} of size, and now it is given {given.PriceScale} and {given.SizeScale}."),
        $"the point size it was imported with, or another --lake");

    public static WorkbenchException SyntheticAndReal(string symbol, string kind, string folder) => new("WB2105", ExitCode.Data,
        $"The lake's {kind} of {symbol} are partly SYNTHETIC, partly real, after this import: nobody could tell them apart.",
        $"rm -r {folder}, or another --lake");

    public static WorkbenchException ManifestDamaged(string file, string cause) => new("WB2106", ExitCode.Data,
        $"{file} is damaged: {cause}.", "import the data again after removing the folder");

    public static WorkbenchException FileDamaged(string file, string cause, Exception? inner = null) => new("WB2107", ExitCode.Data,
        $"{file} is damaged: {cause}.", "import that stretch again: it replaces the file", inner);

    public static WorkbenchException Busy(string folder) => new("WB2108", ExitCode.Data,
        $"Another import is writing to {folder}.", "the same when it is through");

    public static WorkbenchException DiskFull(string folder, Exception inner) => new("WB2109", ExitCode.Data,
        $"The disk is full: {folder} could not be written. What was there before is unchanged.", "df -h, then the same again", inner);

    public static WorkbenchException CannotWrite(string folder, Exception inner) => new("WB2110", ExitCode.Data,
        $"{folder} could not be written: {inner.Message}", null, inner);

    public static WorkbenchException NotInOrder(string symbol, long last, long time) => new("WB2111", ExitCode.Data,
        $"The tape of {symbol} goes backwards: {UtcNanos.ToIso(time)} after {UtcNanos.ToIso(last)}.");

    public static WorkbenchException EmptyTape(string symbol, string kind) => new(NothingToStore, ExitCode.Data,
        $"There are no {kind} of {symbol} in what was to be imported.");

    public static WorkbenchException AdjustedOtherwise(string symbol, string kind, string folder) => new("WB2113", ExitCode.Data,
        $"The lake's {kind} of {symbol} would be adjusted in one way in one part and in another way, or not, in the rest: nobody could compare their prices.",
        $"rm -r {folder}, or another --lake");

    public static WorkbenchException NoRevision(string symbol, string kind, int number, IEnumerable<int> kept) => new("WB2770", ExitCode.NotFound,
        string.Create(CultureInfo.InvariantCulture, $"The lake has no revision {number} of {symbol}:{kind}; it has {string.Join(", ", kept)}."),
        $"./run.sh data list --revisions");

    public static WorkbenchException ParquetDamaged(string file, string cause, Exception? inner = null) => new("WB2201", ExitCode.Data,
        $"{file} cannot be read as Parquet: {cause}.", null, inner);

    public static WorkbenchException ParquetMissing(string file) => new("WB2202", ExitCode.NotFound, $"{file} is not there.");

    public static WorkbenchException ParquetColumn(string file, string name, IEnumerable<string> columns) => new("WB2203", ExitCode.Data,
        $"{file} has no column '{name}'. It has {string.Join(", ", columns)}.");

    public static WorkbenchException ParquetKind(string file, string name, string has, string wanted) => new("WB2204", ExitCode.Data,
        $"Column '{name}' of {file} is {has} and was read as {wanted}.");

    public static WorkbenchException ParquetOverflow(string column, string value, int scale) => new("WB2205", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{value} does not fit column '{column}': it has 18 digits, {scale} of them decimals."));

    static string Stretch(TimeRange range) => range == TimeRange.All ? "at any time" : $"{UtcNanos.ToIso(range.From)} to {UtcNanos.ToIso(range.To)}";

    static string Day(long time) => UtcNanos.ToIso(UtcNanos.Floor(time, UtcNanos.Day))[..10];
}
