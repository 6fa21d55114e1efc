using System.IO.Compression;
using System.Text;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Csv;

/// <summary>What the first rows of a file tell about all of it: separator, columns, spelling of times, direction, length of bars.</summary>
sealed class CsvHead
{
    const int SampleRows = 500;

    static readonly byte[] Separators = [(byte)',', (byte)';', (byte)'\t', (byte)'|'];

    readonly List<string[]> rows = [];
    readonly List<long> numbers = [];

    public CsvHead(ImportJob job, string path)
    {
        Path = path;
        Separator = GuessSeparator();
        ReadSample();
        var first = rows[0];
        HeaderRow = IsHeader(first) ? numbers[0] : 0;
        if (HeaderRow > 0)
        {
            rows.RemoveAt(0);
            numbers.RemoveAt(0);
        }

        Columns = HeaderRow > 0
            ? CsvColumns.OfHeader(path, first, job.Options.Columns)
            : CsvColumns.OfRow(path, first, job.Options.Columns, TimeColumn(first));
        Time = FindTime(job);
        Zone = ZoneClock.Of(job.Options.TimeZone ?? "UTC");
        var times = SampleTimes();
        IsNewestFirst = times.Count > 1 && times[^1] < times[0];
        Spec = Columns.Kind == DataKind.Bars ? BarLength(job, times) : default;
    }

    public string Path { get; }

    public byte Separator { get; }

    /// <summary>Row of the header; 0 where there is none.</summary>
    public long HeaderRow { get; }

    public CsvColumns Columns { get; }

    public TimeText Time { get; }

    public ZoneClock Zone { get; }

    /// <summary>Whether the file is to be read from its end.</summary>
    public bool IsNewestFirst { get; }

    /// <summary>Length of the bars, where there are any; their price is the user's word, else the traded one.</summary>
    public BarSpec Spec { get; }

    /// <summary>Whether times name a day only.</summary>
    public bool IsDateOnly { get; private set; }

    /// <summary>The file from its first row, or from its last where it is newest first; the header has still to be skipped.</summary>
    public CsvFile Open() => IsNewestFirst
        ? new CsvFile(new BackwardLineReader(Seekable(), Path), Path, Separator)
        : Forward();

    CsvFile Forward() => new(new LineReader(Unpacked(), Path), Path, Separator);

    Stream Unpacked()
    {
        var stream = File.OpenRead(Path);
        return IsPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    Stream Seekable() => IsPacked ? throw ImportErrors.NotSeekable(Path) : File.OpenRead(Path);

    bool IsPacked => Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    byte GuessSeparator()
    {
        using var lines = new LineReader(Unpacked(), Path);
        while (lines.TryNext(out var line))
        {
            if (!line.Trim(" \t"u8).IsEmpty)
            {
                var text = line.ToArray();
                return Separators.MaxBy(separator => text.Count(letter => letter == separator));
            }
        }

        throw ImportErrors.NothingToImport(Path, "csv", "it has no rows");
    }

    void ReadSample()
    {
        using var file = Forward();
        while (rows.Count < SampleRows && file.Next())
        {
            rows.Add([.. Enumerable.Range(0, file.FieldCount).Select(field => Encoding.UTF8.GetString(file[field]))]);
            numbers.Add(file.Row);
        }
    }

    // A header names things; a first row of data begins, after an instrument's name perhaps, with a time.
    static bool IsHeader(string[] row) => !row.Take(2).Any(cell => cell.Length > 0 && char.IsAsciiDigit(cell[0]));

    static int TimeColumn(string[] row) => row.Length > 1 && !char.IsAsciiDigit(row[0].FirstOrDefault()) ? 1 : 0;

    TimeText FindTime(ImportJob job)
    {
        if (job.Options.TimeFormat is { } said)
        {
            return TimeText.Of(said);
        }

        if (rows.Count == 0)
        {
            return TimeText.Of("iso");
        }

        var sample = TimeOf(rows[0]);
        return TimeText.Guess(Encoding.UTF8.GetBytes(sample)) ?? throw ImportErrors.UnclearTime(Path, sample);
    }

    string TimeOf(string[] row)
    {
        var (date, time) = (Columns[CsvRole.Date], Columns[CsvRole.Time]);
        return time >= row.Length ? "" : date >= 0 ? $"{row[date]} {row[time]}" : row[time];
    }

    List<long> SampleTimes()
    {
        var times = new List<long>();
        IsDateOnly = rows.Count > 0;
        foreach (var text in rows.Select(TimeOf))
        {
            if (Time.TryRead(Encoding.UTF8.GetBytes(text), out var nanos, out var isUtc))
            {
                times.Add(nanos);
                IsDateOnly &= !isUtc && nanos % UtcNanos.Day == 0;
            }
        }

        return times;
    }

    BarSpec BarLength(ImportJob job, List<long> times)
    {
        if (job.Options.Timeframe is { } said)
        {
            return said.Price == PriceSource.Mid ? said.Of(PriceSource.Last) : said;
        }

        var steps = times.Zip(times.Skip(1), (left, right) => Math.Abs(right - left)).Where(step => step > 0).Order().ToList();
        if (steps.Count == 0)
        {
            throw ImportErrors.UnclearBarLength(Path, "it has fewer than two rows");
        }

        // Daily bars are 23 to 25 hours apart where the clocks change; weeks and months are no length that the house keeps.
        var (shortest, usual) = (steps[0], steps[steps.Count / 2]);
        if (shortest >= 23 * UtcNanos.Hour)
        {
            return usual < 4 * UtcNanos.Day ? Bars.Days().Of(PriceSource.Last) : throw ImportErrors.UnclearBarLength(Path, "they are longer than a day");
        }

        return BarSpec.TryParse(FormattableString.Invariant($"{shortest / UtcNanos.Second}s"), null, out var spec) && shortest % UtcNanos.Second == 0
            ? spec.Of(PriceSource.Last)
            : throw ImportErrors.UnclearBarLength(Path, FormattableString.Invariant($"the shortest step is {shortest / 1e9:0.###} s"));
    }
}
