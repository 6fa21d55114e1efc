using System.Globalization;

namespace Workbench.Data.Routing;

/// <summary>What was decided about sources, a line each, for people. The oldest half goes when the file grows too long.</summary>
/// <param name="folder">Where it is kept, usually data/sources.</param>
/// <param name="time">The clock.</param>
public sealed class SourceLog(string folder, TimeProvider time)
{
    const int Longest = 1 << 20;

    readonly string path = Path.Combine(folder, "log.txt");
    readonly Lock writing = new();

    /// <summary>Told of each line besides.</summary>
    public Action<string>? Said { get; init; }

    /// <summary>Takes out of a line what nobody may read.</summary>
    public Func<string, string> Clean { get; init; } = static line => line;

    /// <summary>Writes a line down.</summary>
    public void Write(string sentence)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-dd HH:mm:ss} {Clean(sentence).ReplaceLineEndings(" ")}");
        Said?.Invoke(line[11..]);
        lock (writing)
        {
            try
            {
                Directory.CreateDirectory(folder);
                Shorten();
                File.AppendAllText(path, line + "\n");
            }
            catch (IOException)
            {
                // A full disk must not stop what the line tells of; the person has heard it.
            }
        }
    }

    /// <summary>The last lines, the oldest first.</summary>
    public IReadOnlyList<string> Last(int most) => File.Exists(path) ? [.. File.ReadLines(path).TakeLast(most)] : [];

    void Shorten()
    {
        if (File.Exists(path) && new FileInfo(path).Length > Longest)
        {
            var lines = File.ReadAllLines(path);
            File.WriteAllLines(path, lines[(lines.Length / 2)..]);
        }
    }
}
