namespace Workbench.Research.Evolution;

/// <summary>
/// Writes genomes as scripts, and reads such scripts back: the genome stands in the first lines, and the code below must be what it writes,
/// to the last sign.
/// </summary>
public static class ScriptText
{
    /// <summary>The script of a genome: formatted C#, the same text for the same genome and header.</summary>
    /// <exception cref="ArgumentException">The header's name is none that a class can have.</exception>
    public static string Of(Genome genome, ScriptHeader header)
    {
        var name = header.Name.Length > 0 ? header.Name : UsualName(genome);
        return name.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetterUpper(name[0])
            ? HeaderText.Of(genome, header, name) + new ScriptBody(genome).Write(name)
            : throw new ArgumentException($"A class cannot be called '{name}'.", nameof(header));
    }

    /// <summary>The genome of a script that <see cref="Of"/> wrote.</summary>
    /// <param name="text">The script.</param>
    /// <param name="place">Its file, for errors.</param>
    /// <exception cref="WorkbenchException">WB4162–WB4164: it names no genome, or its code is not what the genome writes.</exception>
    public static Genome Read(string text, string place = "the script") => Both(text, place).Genome;

    /// <summary>What its first lines say of where it comes from.</summary>
    /// <inheritdoc cref="Read"/>
    public static ScriptHeader Header(string text, string place = "the script") => Both(text, place).Header;

    static (Genome Genome, ScriptHeader Header) Both(string text, string place)
    {
        var (line, header, name) = HeaderText.Read(text);
        var genome = Genome.Parse(line ?? throw GenomeErrors.NoGenome(place));
        var usual = name == UsualName(genome) ? header with { Name = "" } : header;
        if (name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit) || !char.IsAsciiLetterUpper(name[0]))
        {
            throw GenomeErrors.Changed(place, 1);
        }

        var changed = TextDiff.Lines(Of(genome, usual), text).FirstOrDefault(diff => diff.Change != LineChange.Same);
        return changed is null ? (genome, usual) : throw GenomeErrors.Changed(place, Math.Max(changed.Before, changed.After));
    }

    static string UsualName(Genome genome) => "Evolved" + Phrase.Pascal(genome.ToString());
}
