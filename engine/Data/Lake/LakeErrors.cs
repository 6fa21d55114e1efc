using System.Globalization;

namespace Workbench.Data.Lake;

/// <summary>What can be wrong with files of the lake (WB21xx) or a Parquet file (WB22xx), in words for people.</summary>
static class LakeErrors
{
    const string IsFull = "WB2109";
    const string IsReadOnly = "WB2110";
    const string IsDamaged = "WB2107";

    /// <summary>Whether the disk refused a write: it may go through later.</summary>
    public static bool WasDisk(WorkbenchException refusal) => refusal.Code is IsFull or IsReadOnly;

    /// <summary>Whether a file was refused because its bytes are not what was written.</summary>
    public static bool WasDamage(WorkbenchException refusal) => refusal.Code == IsDamaged;

    public static WorkbenchException ManifestDamaged(string file, string cause) => new("WB2106", ExitCode.Data,
        $"{file} is damaged: {cause}.", "import the data again after removing the folder");

    public static WorkbenchException FileDamaged(string file, string cause, Exception? inner = null) => new(IsDamaged, ExitCode.Data,
        $"{file} is damaged: {cause}.", "import that stretch again: it replaces the file", inner);

    public static WorkbenchException DiskFull(string folder, Exception inner) => new(IsFull, ExitCode.Data,
        $"The disk is full: {folder} could not be written. What was there before is unchanged.", "df -h, then the same again", inner);

    public static WorkbenchException CannotWrite(string folder, Exception inner) => new(IsReadOnly, ExitCode.Data,
        $"{folder} could not be written: {inner.Message}", null, inner);

    public static WorkbenchException NotExported(string kind) => new("WB2779", ExitCode.Usage,
        $"A CSV holds ticks, prints or bars, and {kind} are none.", "the same with --out-file FILE.parquet");

    public static WorkbenchException ParquetDamaged(string file, string cause, Exception? inner = null) => new("WB2201", ExitCode.Data,
        $"{file} cannot be read as Parquet: {cause}.", null, inner);

    public static WorkbenchException ParquetMissing(string file) => new("WB2202", ExitCode.NotFound, $"{file} is not there.");

    public static WorkbenchException ParquetColumn(string file, string name, IEnumerable<string> columns) => new("WB2203", ExitCode.Data,
        $"{file} has no column '{name}'. It has {string.Join(", ", columns)}.");

    public static WorkbenchException ParquetKind(string file, string name, string has, string wanted) => new("WB2204", ExitCode.Data,
        $"Column '{name}' of {file} is {has} and was read as {wanted}.");

    public static WorkbenchException ParquetOverflow(string column, string value, int scale) => new("WB2205", ExitCode.Data,
        string.Create(CultureInfo.InvariantCulture, $"{value} does not fit column '{column}': it has 18 digits, {scale} of them decimals."));
}
