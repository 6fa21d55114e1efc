using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Workbench.Platform.Files;
using Workbench.Platform.Vault;

namespace Workbench.Platform.DeadLetters;

/// <summary>
/// The dead letters of all sessions: a folder with a file of JSON lines for each day, for its owner alone, bounded in size and
/// age. For all threads and processes: each change happens under a lock, and replaces a file whole or adds one line.
/// </summary>
/// <param name="folder">The folder; made when the first letter comes.</param>
/// <param name="secrets">What must not be written.</param>
/// <param name="time">The clock.</param>
/// <param name="options">How much is kept; null for the defaults.</param>
public sealed class DeadLetterBox(string folder, Secrets secrets, TimeProvider time, DeadLetterOptions? options = null)
{
    const string Extension = ".jsonl";
    const string DayFormat = "yyyyMMdd";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly DeadLetterOptions options = options ?? new DeadLetterOptions();

    /// <summary>Keeps something that was given up.</summary>
    /// <param name="kind">What kind of thing it is.</param>
    /// <param name="to">Whom or what it was for.</param>
    /// <param name="why">Why it was given up.</param>
    /// <param name="body">What it says.</param>
    /// <param name="tries">How often it was tried.</param>
    public DeadLetter Add(string kind, string to, string why, string body, int tries = 1)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var letter = new DeadLetter
        {
            Id = $"{now.ToString(DayFormat, CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}",
            Kind = kind,
            When = now,
            To = secrets.Scrub(to),
            Why = secrets.Scrub(why),
            Body = Cut(secrets.Scrub(body)),
            Tries = tries,
        };
        Change(() => Append(letter));
        return letter;
    }

    /// <summary>All letters, the oldest first.</summary>
    public IReadOnlyList<DeadLetter> List() => Directory.Exists(folder) ? [.. Files().SelectMany(Read)] : [];

    /// <summary>Takes a letter out, to try it again. Of two that take the same one, one gets it. If the try fails, it is added anew.</summary>
    /// <exception cref="WorkbenchException">There is none of that name.</exception>
    public DeadLetter Take(string id)
    {
        DeadLetter? taken = null;
        if (Directory.Exists(folder))
        {
            Change(() => taken = Files().Select(file => Remove(file, id)).FirstOrDefault(letter => letter is not null));
        }

        return taken ?? throw PlatformErrors.NoLetter(id);
    }

    void Change(Action change)
    {
        PrivateFile.MakeFolder(folder);
        using var held = FileLock.Take(Path.Combine(folder, "lock"), Patience) ?? throw PlatformErrors.LettersBusy(folder);
        change();
        Bound();
    }

    void Append(DeadLetter letter)
    {
        using var file = new FileStream(Path.Combine(folder, letter.Id[..DayFormat.Length] + Extension), PrivateFile.Options(FileMode.OpenOrCreate));
        file.Seek(0, SeekOrigin.End);

        // A line that a crash cut short must not swallow this one.
        if (file.Length > 0 && !EndsWithNewLine(file))
        {
            file.WriteByte((byte)'\n');
        }

        file.Write(Line(letter));
        file.Flush(flushToDisk: true);
    }

    static bool EndsWithNewLine(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    DeadLetter? Remove(string file, string id)
    {
        var letters = Read(file);
        var taken = letters.Find(letter => letter.Id == id);
        if (taken is not null)
        {
            letters.Remove(taken);
            Write(file, letters);
        }

        return taken;
    }

    static void Write(string file, IReadOnlyCollection<DeadLetter> letters)
    {
        if (letters.Count == 0)
        {
            File.Delete(file);
        }
        else
        {
            PrivateFile.Replace(file, [.. letters.SelectMany(Line)]);
        }
    }

    void Bound()
    {
        var firstDay = Day(time.GetUtcNow().UtcDateTime - options.MaxAge);
        var total = Files().Sum(file => new FileInfo(file).Length);
        var files = Files().ToList();
        foreach (var file in files)
        {
            if (string.CompareOrdinal(Path.GetFileNameWithoutExtension(file), firstDay) < 0)
            {
                total -= new FileInfo(file).Length;
                File.Delete(file);
            }
            else if (total > options.MostBytes)
            {
                total -= Shorten(file, total - options.MostBytes, kept: file == files[^1] ? 1 : 0);
            }
        }
    }

    /// <summary>Removes the oldest letters of a day, and a tenth of the bound more, so that not every letter that comes rewrites the file.</summary>
    /// <returns>Bytes freed.</returns>
    long Shorten(string file, long bytes, int kept)
    {
        var wanted = bytes + options.MostBytes / 10;
        var letters = Read(file);
        var before = new FileInfo(file).Length;
        var freed = 0L;
        var gone = 0;

        // Of the last day one stays: that which just came.
        for (; gone < letters.Count - kept && freed < wanted; gone++)
        {
            freed += Line(letters[gone]).Length;
        }

        Write(file, letters[gone..]);
        return File.Exists(file) ? before - new FileInfo(file).Length : before;
    }

    static List<DeadLetter> Read(string file)
    {
        try
        {
            return [.. File.ReadLines(file).Select(Parse).OfType<DeadLetter>()];
        }
        catch (FileNotFoundException)
        {
            // Listing takes no lock, and the last letter of that day was taken meanwhile.
            return [];
        }
    }

    static DeadLetter? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, DeadLetterJson.Default.DeadLetter);
        }
        catch (JsonException)
        {
            // A line that a crash cut short: its sender never heard that it was kept.
            return null;
        }
    }

    IEnumerable<string> Files() => Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal);

    static byte[] Line(DeadLetter letter) => [.. JsonSerializer.SerializeToUtf8Bytes(letter, DeadLetterJson.Default.DeadLetter), (byte)'\n'];

    static string Day(DateTime time) => time.ToString(DayFormat, CultureInfo.InvariantCulture);

    string Cut(string text) => text.Length <= options.MostLetters ? text : string.Concat(text.AsSpan(0, options.MostLetters), "…");
}
