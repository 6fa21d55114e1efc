using System.IO.Compression;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;

namespace Workbench.Data.Tests.Conversion;

/// <summary>A folder of LEAN's layout with the few rows that a test writes.</summary>
sealed class LeanFolder : IDisposable
{
    readonly TempFolder folder = new();

    /// <summary>The share all of it is of: eight decimals, so that adjusted prices show.</summary>
    public static Instrument Share { get; } = InstrumentTable.BuiltIn.Find("XYZ", new InstrumentOverrides { Point = 0.00000001m, Quote = "USD" });

    public string Path(string relative) => System.IO.Path.Combine(folder.Path, relative);

    /// <summary>Writes a zip with one CSV, such as <c>daily/xyz.zip</c>.</summary>
    public string Zip(string relative, string rows)
    {
        var path = Path("equity/usa/" + relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        using var writer = new StreamWriter(archive.CreateEntry("xyz.csv").Open());
        writer.Write(rows);
        return path;
    }

    /// <summary>Writes a factor file.</summary>
    public string Factors(string rows)
    {
        File.WriteAllText(Path("xyz.csv"), rows);
        return Path("xyz.csv");
    }

    public static IReadOnlyList<Tape> Open(string path, ImportOptions options) => ImportFormats.Open("lean", path, Share, options);

    public void Dispose() => folder.Dispose();
}
