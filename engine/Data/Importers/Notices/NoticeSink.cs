namespace Workbench.Data.Importers.Notices;

/// <summary>Gathers the notices of an import from its files, and counts what was left out.</summary>
/// <param name="options">How much dirt is borne.</param>
/// <param name="key">What makes two notices one: the one that was read last stays.</param>
sealed class NoticeSink<TNotice>(ImportOptions options, Func<TNotice, object> key)
    where TNotice : class, INotice
{
    readonly List<Found<TNotice>> found = [];
    readonly Dictionary<string, long> passed = [];

    /// <summary>File being read.</summary>
    public string File { get; private set; } = "";

    public ImportReport Report { get; } = new();

    /// <summary>Reads files one after the other.</summary>
    /// <param name="files">Their paths.</param>
    /// <param name="read">Reads one; false where it is empty.</param>
    public void Read(IReadOnlyList<string> files, Func<string, bool> read)
    {
        foreach (var file in files)
        {
            File = file;
            Report.Files++;
            Report.Empty += read(file) ? 0 : 1;
        }
    }

    public void Add(TNotice notice, long row) => found.Add(new Found<TNotice>(notice, File, row));

    /// <summary>Leaves a row out because it makes no sense.</summary>
    public void Reject(string reason, long row) => Report.Reject(reason, FormattableString.Invariant($"{File} row {row}"));

    /// <summary>Notes what is no fault, once in words and with its number.</summary>
    public void Note(string what) => passed[what] = passed.GetValueOrDefault(what) + 1;

    /// <summary>All of them in the order of their time; at one instant as they were read.</summary>
    public List<Found<TNotice>> Sorted()
    {
        var last = new Dictionary<object, int>();
        for (var i = 0; i < found.Count; i++)
        {
            last[key(found[i].Notice)] = i;
        }

        var kept = found.Where((each, i) => last[key(each.Notice)] == i).OrderBy(each => each.Notice.TimeNanos).ToList();
        foreach (var what in passed.Keys.Order(StringComparer.Ordinal))
        {
            Report.Warn(FormattableString.Invariant($"{passed[what]} {what}."));
        }

        if (kept.Count < found.Count)
        {
            Report.Warn(FormattableString.Invariant($"{found.Count - kept.Count} were there more than once; the last of each was kept."));
        }

        return kept;
    }

    /// <summary>Makes the tape of one instrument.</summary>
    public NoticeTape<TNotice> Tape(Instrument instrument, IReadOnlyList<Found<TNotice>> notices, ImportReport report) =>
        new(instrument, new GateLog(options, report, instrument.Calendar), notices);
}
