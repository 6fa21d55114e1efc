using System.Globalization;

namespace Workbench.Research.Evolution;

/// <summary>The comment that an evolved script begins with: where it comes from, and its genome.</summary>
static class HeaderText
{
    const string Mark = "// ";
    const string Within = "//   ";
    const int Column = 15;
    const int Widest = 110;

    /// <summary>The lines.</summary>
    public static string Of(Genome genome, ScriptHeader header, string name)
    {
        (string Key, string Value)[] facts =
        [
            ("Parents", string.Join(' ', header.Parents.Select(parent => parent.Replace(' ', '_')))),
            ("Made by", Line(header.Operator)),
            ("Run", Line(header.Run)),
            ("In sample", Line(header.InSample)),
            ("Out of sample", Line(header.OutOfSample)),
            ("Trials", header.Trials == 0 ? "" : header.Trials.ToString(CultureInfo.InvariantCulture)),
            ("Genome", genome.Hash),
        ];
        string[] lines =
        [
            $"{Mark}{name}: {Summary.Of(genome)}",
            "// Written by evolution. Changed by hand it is a script like any other, and no longer its genome's.",
            "//",
            .. facts.Where(fact => fact.Value.Length > 0).Select(fact => Mark + fact.Key.PadRight(Column) + fact.Value),
            .. Wrapped(genome.Text),
        ];
        return string.Join('\n', lines) + "\n\n";
    }

    /// <summary>What such lines say; the genome's text is null where they hold none.</summary>
    public static (string? Genome, ScriptHeader Header, string Name) Read(string text)
    {
        string[] lines = [.. text.Split('\n').Select(line => line.TrimEnd('\r')).TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))];
        var genome = string.Join(' ', lines.SkipWhile(line => !line.StartsWith(Mark + "Genome ", StringComparison.Ordinal)).Skip(1).Select(line => line.TrimStart('/', ' ')));
        var name = lines.Length > 0 ? lines[0][Math.Min(Mark.Length, lines[0].Length)..].Split(':')[0] : "";
        string Fact(string key) => lines.FirstOrDefault(line => line.StartsWith(Mark + key.PadRight(Column), StringComparison.Ordinal))?[(Mark.Length + Column)..] ?? "";
        var header = new ScriptHeader
        {
            Name = name,
            Parents = Fact("Parents").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Operator = Fact("Made by"),
            Run = Fact("Run"),
            InSample = Fact("In sample"),
            OutOfSample = Fact("Out of sample"),
            Trials = long.TryParse(Fact("Trials"), NumberStyles.None, CultureInfo.InvariantCulture, out var trials) ? trials : 0,
        };
        return (genome.Length == 0 ? null : genome, header, name);
    }

    static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static IEnumerable<string> Wrapped(string text)
    {
        var line = Within.TrimEnd();
        foreach (var word in text.Split(' '))
        {
            if (line.Length + 1 + word.Length > Widest)
            {
                yield return line;
                line = Within.TrimEnd();
            }

            line += (line.Length == Within.Length - 3 ? "   " : " ") + word;
        }

        yield return line;
    }
}
