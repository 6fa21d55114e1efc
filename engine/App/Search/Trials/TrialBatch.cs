using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workbench.Platform.Files;

namespace Workbench.App;

/// <summary>
/// Trials in a file named by the hash of what it holds: a line of the ledger names it, so that a line for thousands is as short as
/// one for a single trial. A row a trial: behaviour, state, Sharpe ratio, objective, key, with tabs between them.
/// </summary>
static class TrialBatch
{
    /// <summary>Ending of its file.</summary>
    public const string Ending = ".trials";

    const string None = "-";

    /// <summary>Writes trials into the folder.</summary>
    /// <returns>Hex SHA-256 of the file, which is its name.</returns>
    public static string Write(string folder, IReadOnlyList<Trial> trials)
    {
        var text = new StringBuilder();
        foreach (var trial in trials)
        {
            text.Append(trial.Behaviour ?? None).Append('\t').Append(trial.State).Append('\t').Append(Text(trial.Sharpe)).Append('\t')
                .Append(Text(trial.Objective)).Append('\t').Append(Escaped(trial.Key)).Append('\n');
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        PrivateFile.MakeFolder(folder);
        PrivateFile.Replace(PathOf(folder, sha256), bytes);
        return sha256;
    }

    /// <summary>The trials of a file, each with its behaviour, or its key where it has none. Null where the file is not what was written, or not there.</summary>
    public static List<(string Identity, double? Sharpe)>? Read(string folder, string sha256, int count)
    {
        var path = PathOf(folder, sha256);
        if (!File.Exists(path) || File.ReadAllBytes(path) is not { } bytes || Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256)
        {
            return null;
        }

        var trials = new List<(string, double?)>(count);
        var text = Encoding.UTF8.GetString(bytes).AsSpan();
        foreach (var line in text.EnumerateLines())
        {
            if (!line.IsEmpty)
            {
                trials.Add(RowOf(line));
            }
        }

        return trials;
    }

    /// <summary>Where it lies.</summary>
    public static string PathOf(string folder, string sha256) => Path.Combine(folder, sha256 + Ending);

    static (string, double?) RowOf(ReadOnlySpan<char> line)
    {
        Span<Range> cells = stackalloc Range[5];
        line.Split(cells, '\t');
        var behaviour = line[cells[0]];
        var sharpe = line[cells[2]];
        return (
            behaviour is None ? Trial.ByKey + line[cells[4]].ToString() : behaviour.ToString(),
            sharpe is None ? null : double.Parse(sharpe, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    static string Text(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : None;

    static string Escaped(string key) => key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
}
