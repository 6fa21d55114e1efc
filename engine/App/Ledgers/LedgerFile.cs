using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workbench.Platform.Files;

namespace Workbench.App;

/// <summary>
/// Lines that are only ever added to. Each names the hash of the one before, and a file beside names the last one, so that what was
/// changed, moved or cut off is found. Whoever can write both files can write both anew: the chain shows changes, it does not prevent them.
/// </summary>
/// <param name="folder">Where both lie; made when the first line comes.</param>
/// <param name="form">Which ledger.</param>
/// <param name="tell">Told of what a crash left behind.</param>
sealed class LedgerFile(string folder, LedgerForm form, Action<string> tell)
{
    /// <summary>What stands in the first line for the one before.</summary>
    public static readonly string Nothing = new('0', 64);

    /// <summary>Longer than any line: where the last one is looked for.</summary>
    const int TailBytes = 1 << 16;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The lines.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder, form.Name + ".jsonl");

    /// <summary>Number and hash of the last line.</summary>
    public string HeadPath { get; } = System.IO.Path.Combine(folder, form.Name + ".head");

    /// <summary>All lines, each held against the chain.</summary>
    /// <exception cref="Model.WorkbenchException">One is not what was written.</exception>
    public IReadOnlyList<byte[]> Read()
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        using var held = Lock();
        return Verified();
    }

    /// <summary>Adds a line. It is on the disk when this returns, or nothing of it is.</summary>
    /// <param name="make">Makes the line from those before, its number and the hash of the last one.</param>
    public void Append(Func<IReadOnlyList<byte[]>, long, string, byte[]> make)
    {
        PrivateFile.MakeFolder(folder);
        using var held = Lock();
        var lines = Verified();
        var before = lines.Count == 0 ? Nothing : Hash(lines[^1]);
        Add(lines.Count + 1, make(lines, lines.Count + 1, before));
    }

    /// <summary>Adds a line that leans on none before. Only the last one is held against the chain, so that it takes as long in a long ledger as in a short one; the rest is for whoever reads.</summary>
    /// <param name="make">Makes the line from its number and the hash of the last one.</param>
    public void Append(Func<long, string, byte[]> make)
    {
        PrivateFile.MakeFolder(folder);
        using var held = Lock();
        var (count, hash) = ReadHead();
        if (!EndsWith(hash))
        {
            // A crash or a change: what it is, all lines together tell.
            var lines = Verified();
            (count, hash) = (lines.Count, lines.Count == 0 ? Nothing : Hash(lines[^1]));
        }

        Add(count + 1, make(count + 1, hash));
    }

    void Add(int sequence, byte[] line)
    {
        using (var file = new FileStream(Path, PrivateFile.Options(FileMode.OpenOrCreate)))
        {
            var before = file.Length;
            if (before + line.Length + 1 > form.MostBytes)
            {
                throw form.TooLong(Path, form.MostBytes);
            }

            Write(file, line, before);
        }

        FolderSync.Of(folder);
        WriteHead(sequence, Hash(line));
    }

    /// <summary>Whether the file ends with a whole line of that hash.</summary>
    bool EndsWith(string hash)
    {
        if (!File.Exists(Path))
        {
            return hash == Nothing;
        }

        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        file.Seek(Math.Max(0, file.Length - TailBytes), SeekOrigin.Begin);
        var tail = new byte[Math.Min(file.Length, TailBytes)];
        file.ReadExactly(tail);
        var end = tail.Length - 1;
        return end >= 0 && tail[end] == (byte)'\n' && Hash(tail[(tail.AsSpan(..end).LastIndexOf((byte)'\n') + 1)..end]) == hash;
    }

    static void Write(FileStream file, byte[] line, long before)
    {
        try
        {
            file.Seek(before, SeekOrigin.Begin);
            file.Write([.. line, (byte)'\n']);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // No room: what was written of it is taken back, and the ledger is what it was.
            file.SetLength(before);
            throw;
        }
    }

    FileStream Lock() => FileLock.Take(System.IO.Path.Combine(folder, "lock"), Patience) ?? throw form.Busy(Path);

    List<byte[]> Verified()
    {
        var head = ReadHead();
        var (lines, torn) = Split();
        if (lines.Count < head.Count)
        {
            throw form.Changed(Path, lines.Count + 1, torn.Length > 0 ? "its end is missing." : FormattableString.Invariant($"{head.Count - lines.Count} of {head.Count} lines were cut off."));
        }

        // A crash between a line and the file beside leaves one line more than that says, and no more.
        if (lines.Count > head.Count + 1)
        {
            throw form.Changed(Path, head.Count + 1, FormattableString.Invariant($"{HeadPath} knows {head.Count} lines, and {lines.Count} are there."));
        }

        Check(lines, head);
        CutAside(torn);
        if (lines.Count > head.Count)
        {
            WriteHead(lines.Count, Hash(lines[^1]));
        }

        return lines;
    }

    /// <summary>From the end to the beginning: each line is proven by the next one, so that the first that fails is the one that was changed.</summary>
    void Check(List<byte[]> lines, (int Count, string Hash) head)
    {
        if (lines.Count > head.Count && PreviousOf(lines[^1]) is var previous && (previous.Sequence, previous.Hash) != (lines.Count, head.Hash))
        {
            throw form.Changed(Path, lines.Count, "it does not follow the line before.");
        }

        var expected = head.Hash;
        for (var i = head.Count - 1; i >= 0; i--)
        {
            var before = PreviousOf(lines[i]);
            if (Hash(lines[i]) != expected)
            {
                throw form.Changed(Path, i + 1, before.Sequence > 0 && before.Sequence != i + 1
                    ? FormattableString.Invariant($"line {before.Sequence} stands here: lines were moved or cut out.")
                    : "it is not what was written there.");
            }

            expected = before.Hash;
        }

        if (expected != Nothing)
        {
            throw form.Changed(Path, 1, "lines before it were cut off.");
        }
    }

    (List<byte[]> Lines, byte[] Torn) Split()
    {
        var lines = new List<byte[]>();
        if (!File.Exists(Path))
        {
            return (lines, []);
        }

        if (new FileInfo(Path).Length > form.MostBytes)
        {
            throw form.TooLong(Path, form.MostBytes);
        }

        var rest = File.ReadAllBytes(Path).AsSpan();
        while (rest.IndexOf((byte)'\n') is var end and >= 0)
        {
            lines.Add(rest[..end].ToArray());
            rest = rest[(end + 1)..];
        }

        return (lines, rest.ToArray());
    }

    /// <summary>What a crash cut short was never confirmed to anybody; it is kept beside all the same.</summary>
    void CutAside(byte[] torn)
    {
        if (torn.Length == 0)
        {
            return;
        }

        var aside = FormattableString.Invariant($"{Path}.torn-{DateTime.UtcNow:yyyyMMdd-HHmmssfff}");
        PrivateFile.Replace(aside, torn);
        using (var file = new FileStream(Path, FileMode.Open, FileAccess.Write))
        {
            file.SetLength(file.Length - torn.Length);
            file.Flush(flushToDisk: true);
        }

        tell(FormattableString.Invariant($"{Path}: the last line was torn by a crash. Its {torn.Length} bytes were put aside into {aside}; all lines before are whole."));
    }

    (int Count, string Hash) ReadHead()
    {
        if (!File.Exists(HeadPath))
        {
            return (0, Nothing);
        }

        var words = File.ReadAllText(HeadPath).TrimEnd('\n').Split(' ');
        return words.Length == 2 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (count, words[1])
            : throw form.Changed(HeadPath, 1, "it is not what was written there.");
    }

    void WriteHead(int count, string hash) => PrivateFile.Replace(HeadPath, Encoding.ASCII.GetBytes(FormattableString.Invariant($"{count} {hash}\n")));

    static string Hash(byte[] line) => Convert.ToHexStringLower(SHA256.HashData(line));

    /// <summary>A line's number and the hash it names, which stand first in it: what follows is proven by its own hash and need not be read for that.</summary>
    static (long Sequence, string Hash) PreviousOf(byte[] line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            return Next(ref json, JsonTokenType.StartObject) && IsNamed(ref json, "sequence"u8) && Next(ref json, JsonTokenType.Number) && json.TryGetInt64(out var sequence)
                && IsNamed(ref json, "previous"u8) && Next(ref json, JsonTokenType.String)
                ? (sequence, json.GetString()!)
                : (0, "");
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException)
        {
            return (0, "");
        }
    }

    static bool IsNamed(ref Utf8JsonReader json, ReadOnlySpan<byte> name) => Next(ref json, JsonTokenType.PropertyName) && json.ValueTextEquals(name);

    static bool Next(ref Utf8JsonReader json, JsonTokenType kind) => json.Read() && json.TokenType == kind;
}
