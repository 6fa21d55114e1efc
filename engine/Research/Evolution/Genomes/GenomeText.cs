using System.Globalization;

namespace Workbench.Research.Evolution;

/// <summary>Writes genomes as text and reads them back.</summary>
static class GenomeText
{
    static readonly (Enum Kind, string Word)[] Words =
    [
        (EntryKind.LongShort, "long-short"), (EntryKind.LongOnly, "long"), (EntryKind.ShortOnly, "short"), (EntryKind.Directed, "directed"),
        (ProtectionKind.None, "none"), (ProtectionKind.Stop, "stop"), (ProtectionKind.Bracket, "bracket"), (ProtectionKind.Trailing, "trailing"),
        (ExitKind.Opposite, "opposite"), (ExitKind.Time, "time"), (ExitKind.Condition, "condition"),
        (SizingKind.Fixed, "fixed"), (SizingKind.Risk, "risk"), (SizingKind.Equity, "equity"),
    ];

    // Divided by it, a decimal loses the zeros at its end: 0.10 and 0.1 are one text.
    const decimal One = 1.000000000000000000000000000000m;

    /// <summary>The text.</summary>
    public static string Of(Genome genome)
    {
        var (entry, guard, exit, size) = (genome.Entry, genome.Protection, genome.Exit, genome.Sizing);
        string[] groups =
        [
            $"(frame {genome.Timeframe})",
            $"(filter {genome.Filter})",
            Group("entry", entry.Kind, entry.First, entry.Second),
            Group("protect", guard.Kind, guard.Length, guard.Stop, guard.Target),
            Group("exit", exit.Kind, exit.Bars, exit.Condition),
            Group("size", size.Kind, size.Amount / One),
        ];
        return $"(genome {string.Join(' ', groups)})";
    }

    /// <summary>The genome of a text.</summary>
    /// <exception cref="WorkbenchException">WB4162: it is none.</exception>
    public static Genome Read(string text)
    {
        var source = Brackets.Read(text);
        Brackets[] groups = [.. source.Take("genome", 6)];
        var (entry, guard, exit, size) = (groups[2].Take("entry", 2, 3), groups[3].Take("protect", 4), groups[4].Take("exit", 2, 3), groups[5].Take("size", 2));
        try
        {
            return Genome.Of(
                groups[0].Take("frame", 1)[0].As<BarSpec>(),
                new EntryGene(Kind<EntryKind>(entry[0]), TreeOf(entry[1]), entry.Count > 2 ? TreeOf(entry[2]) : null),
                TreeOf(groups[1].Take("filter", 1)[0]),
                new ProtectionGene(Kind<ProtectionKind>(guard[0]), guard[1].As<int>(), guard[2].As<double>(), guard[3].As<double>()),
                new ExitGene(Kind<ExitKind>(exit[0]), exit[1].As<int>(), exit.Count > 2 ? TreeOf(exit[2]) : null),
                new SizingGene(Kind<SizingKind>(size[0]), size[1].As<decimal>()));
        }
        catch (ArgumentException error)
        {
            throw GenomeErrors.Unreadable(text, error.Message.Split('\n')[0]);
        }
    }

    /// <summary>The expression of a text.</summary>
    internal static Tree TreeOf(Brackets source)
    {
        var name = source.Word;
        var rest = source.Rest;
        var hasNumber = Operators.All.Any(candidate => candidate.Name == name && candidate.Numbers.Exists);
        var number = hasNumber && rest.Count > 0 ? rest[0].As<double>() : 0d;
        Tree[] parts = [.. (hasNumber ? rest.Skip(1) : rest).Select(TreeOf)];
        var kind = Operators.Find(name, parts) ?? throw source.Wrong($"there is no {name} of {string.Join(", ", parts.Select(part => part.Measure))}");
        return hasNumber && (rest.Count == 0 || !double.IsFinite(number) || (kind.Numbers.IsLength && (number < 1d || number != Math.Floor(number))))
            ? throw source.Wrong($"{name} needs its number")
            : Tree.Raw(kind, number, [.. parts]);
    }

    static T Kind<T>(Brackets source)
        where T : struct, Enum =>
        Words.FirstOrDefault(pair => pair.Kind is T && pair.Word == source.Word).Kind is T kind ? kind : throw source.Wrong($"{source.Word} is no choice here");

    static string Group(string name, Enum kind, params object?[] rest)
    {
        var word = Array.Find(Words, pair => pair.Kind.Equals(kind)).Word;
        var words = rest.OfType<object>().Select(part => string.Create(CultureInfo.InvariantCulture, $"{part}"));
        return $"({name} {word} {string.Join(' ', words)})";
    }
}
