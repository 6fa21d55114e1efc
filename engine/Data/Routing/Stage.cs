using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workbench.Data.Lake;
using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>
/// Where the answers of one source lie until they are imported: what a killed fetch had is there for the next one. A piece counts when its
/// file is whole under its name and the journal knows its hash. Two folders: pieces that wait, and pieces that are being imported.
/// </summary>
sealed class Stage
{
    /// <summary>Pieces that nobody imported go after this time: another source gave their days.</summary>
    public static readonly TimeSpan LongestStay = TimeSpan.FromDays(7);

    const string JournalName = "journal.jsonl";

    readonly string folder;
    readonly string import;
    readonly Dictionary<string, StagedPiece> known = new(StringComparer.Ordinal);
    readonly Lock writing = new();

    /// <param name="folder">Of one source, instrument and kind.</param>
    /// <param name="now">The present, for what has stayed too long.</param>
    public Stage(string folder, DateTime now)
    {
        (this.folder, import) = (folder, folder + ".import");
        Disk(() =>
        {
            Directory.CreateDirectory(folder);
            TakeBack();
            Forget(now);
        });
        Load();
    }

    string Journal => Path.Combine(folder, JournalName);

    /// <summary>Bytes of a piece that is there, whole, and will not grow; null where it must be fetched.</summary>
    public long? Find(Piece piece)
    {
        if (!known.TryGetValue(piece.File, out var staged) || !staged.Closed || !File.Exists(PathOf(piece)))
        {
            return null;
        }

        using var file = File.OpenRead(PathOf(piece));
        return file.Length == staged.Bytes && Convert.ToHexStringLower(SHA256.HashData(file)) == staged.Sha256 ? staged.Bytes : null;
    }

    /// <summary>Keeps an answer: the file first, then the line that makes it count.</summary>
    /// <exception cref="WorkbenchException">The disk refuses. Nothing half-written stays.</exception>
    public void Keep(Piece piece, byte[] bytes, bool isClosed) => Disk(() =>
    {
        var path = PathOf(piece);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = new AtomicFile(path))
        {
            file.Stream.Write(bytes);
            file.Commit();
        }

        Append(new StagedPiece(piece.File, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), isClosed));
    });

    /// <summary>Sets pieces apart for the importer, which reads whole folders.</summary>
    /// <returns>The folder that holds these and nothing else.</returns>
    public string SetApart(IEnumerable<Piece> pieces)
    {
        Disk(() =>
        {
            TakeBack();
            Directory.CreateDirectory(import);
            foreach (var piece in pieces)
            {
                Move(PathOf(piece), Path.Combine(import, piece.File));
            }
        });
        return import;
    }

    /// <summary>Pieces that were set apart go: they are in the lake, or cannot be used.</summary>
    public void Drop() => Disk(() =>
    {
        if (Directory.Exists(import))
        {
            Directory.Delete(import, recursive: true);
        }

        if (!Files().Any())
        {
            Directory.Delete(folder, recursive: true);
        }
    });

    /// <summary>Pieces that were set apart wait again.</summary>
    public void TakeBack()
    {
        if (!Directory.Exists(import))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(import, "*", SearchOption.AllDirectories))
        {
            Move(file, Path.Combine(folder, Path.GetRelativePath(import, file)));
        }

        Directory.Delete(import, recursive: true);
    }

    string PathOf(Piece piece)
    {
        var path = Path.GetFullPath(Path.Combine(folder, piece.File));
        return path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidOperationException($"{piece.File} climbs out of its folder.");
    }

    IEnumerable<string> Files() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != JournalName)
        : [];

    void Forget(DateTime now)
    {
        foreach (var file in Files().Where(file => now - File.GetLastWriteTimeUtc(file) > LongestStay || file.EndsWith(AtomicFile.Unfinished, StringComparison.Ordinal)).ToList())
        {
            File.Delete(file);
        }

        if (!Files().Any())
        {
            File.Delete(Journal);
        }
    }

    // A kill may have torn the last line; its piece is fetched again.
    void Load()
    {
        foreach (var line in File.Exists(Journal) ? File.ReadLines(Journal) : [])
        {
            try
            {
                if (JsonSerializer.Deserialize(line, RoutingJson.Default.StagedPiece) is { File: not null, Sha256: not null } piece)
                {
                    known[piece.File] = piece;
                }
            }
            catch (JsonException)
            {
                continue;
            }
        }
    }

    void Append(StagedPiece piece)
    {
        lock (writing)
        {
            Directory.CreateDirectory(folder);
            using var file = new FileStream(Journal, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            var isTorn = file.Length > 0 && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() != '\n';
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes((isTorn ? "\n" : "") + JsonSerializer.Serialize(piece, RoutingJson.Default.StagedPiece) + "\n"));
            known[piece.File] = piece;
        }
    }

    static void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to, overwrite: true);
    }

    void Disk(Action work)
    {
        try
        {
            work();
        }
        catch (Exception refusal) when (DiskRefusal.Is(refusal))
        {
            throw RouteErrors.Refused(folder, refusal);
        }
    }
}
