using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workbench.Data.Lake;

namespace Workbench.Data.Actions;

/// <summary>
/// The table of an instrument's dividends and splits on disk: a CSV that any tool opens, whose first line names its source and the SHA-256 of
/// the rest. A table that it replaces stays beside it under the beginning of its hash.
/// </summary>
static class ActionFile
{
    const string Name = "actions.csv";
    const string Header = "date,dividend,split,capital_gain,adjustment";
    const int NameLetters = 12;

    /// <summary>The table in an instrument's folder; null where there is none.</summary>
    /// <exception cref="WorkbenchException">It is not what was written.</exception>
    public static ActionTable? Load(string folder, string symbol)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return null;
        }

        var text = File.ReadAllText(path);
        var end = text.IndexOf('\n');
        var head = end < 0 ? [] : text[..end].Split(' ', 4);
        if (head.Length != 4 || head[1] != "sha256" || head[2] != HashOf(text[(end + 1)..]))
        {
            throw ActionErrors.Damaged(path, "its own checksum is wrong");
        }

        try
        {
            return new ActionTable(symbol, head[3], [.. text[(end + 1)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Row)]);
        }
        catch (Exception broken) when (broken is FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw ActionErrors.Damaged(path, broken.Message);
        }
    }

    /// <summary>Puts a table into the folder in one step.</summary>
    /// <returns>Whether it is another one than before.</returns>
    public static bool Save(string folder, ActionTable table)
    {
        var path = Path.Combine(folder, Name);
        var rows = Header + "\n" + string.Concat(table.Rows.Select(row => Line(row) + "\n"));
        var text = $"# sha256 {HashOf(rows)} {table.Source}\n{rows}";
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return false;
        }

        KeepFormer(path);
        using var file = new AtomicFile(path);
        file.Stream.Write(Encoding.UTF8.GetBytes(text));
        file.Commit();
        return true;
    }

    static void KeepFormer(string path)
    {
        if (File.Exists(path))
        {
            var former = HashOf(File.ReadAllText(path))[..NameLetters];
            File.Copy(path, Path.ChangeExtension(path, former + ".csv"), overwrite: true);
        }
    }

    static string Line(CorporateAction row) => string.Create(CultureInfo.InvariantCulture,
        $"{row.Date:yyyy-MM-dd},{row.Dividend},{row.Split},{row.CapitalGain},{row.Adjustment:R}");

    static CorporateAction Row(string line)
    {
        var cells = line.Split(',');
        return new CorporateAction(DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), Number(cells[1]), Number(cells[2]))
        {
            CapitalGain = Number(cells[3]),
            Adjustment = cells[4].Length == 0 ? null : double.Parse(cells[4], CultureInfo.InvariantCulture),
        };
    }

    static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
