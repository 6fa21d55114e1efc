using System.Globalization;

namespace Workbench.Platform.Journals;

/// <summary>The files of a journal, by name: <c>00000001.journal</c> …, <c>lock</c>, <c>reserve</c>, and <c>start</c> where segments were dropped.</summary>
sealed class JournalFolder(string path)
{
    public const string Extension = ".journal";

    const string Unfinished = ".new";

    public string Path { get; } = path;

    public string LockFile => System.IO.Path.Combine(Path, "lock");

    public string ReserveFile => System.IO.Path.Combine(Path, "reserve");

    public string StartFile => System.IO.Path.Combine(Path, "start");

    public string Segment(int number) => System.IO.Path.Combine(Path, number.ToString("D8", CultureInfo.InvariantCulture) + Extension);

    /// <summary>Name of a file that counts only once it is renamed.</summary>
    public static string Draft(string file) => file + Unfinished;

    public IEnumerable<string> Drafts() => Directory.EnumerateFiles(Path, "*" + Unfinished);

    /// <summary>Numbers of all segments there are, in order, those that were dropped and are still there among them.</summary>
    public List<int> Numbers()
    {
        var numbers = new List<int>();
        foreach (var file in Directory.EnumerateFiles(Path, "*" + Extension))
        {
            if (int.TryParse(System.IO.Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
        }

        numbers.Sort();
        return numbers;
    }

    /// <summary>Where the journal begins: at its first segment, or where the file of the dropped ones says.</summary>
    public SegmentHeader Start() => File.Exists(StartFile) ? SegmentHeader.Read(StartFile) : SegmentHeader.First;

    /// <summary>Numbers of the segments that belong to the journal, without a gap.</summary>
    /// <exception cref="WorkbenchException">One is missing.</exception>
    public List<int> Segments(SegmentHeader start)
    {
        var numbers = Numbers();
        numbers.RemoveAll(number => number < start.Segment);
        for (var place = 0; place < numbers.Count; place++)
        {
            if (numbers[place] != start.Segment + place)
            {
                throw PlatformErrors.SegmentMissing(Segment(start.Segment + place));
            }
        }

        // A journal that was shortened always keeps a segment; one that was never begun has none.
        return numbers.Count > 0 || start.Segment == SegmentHeader.First.Segment ? numbers : throw PlatformErrors.SegmentMissing(Segment(start.Segment));
    }
}
