namespace Workbench.Research.Evolution;

/// <summary>Writes genomes as scripts, and reads such scripts back.</summary>
public static class ScriptText
{
    /// <summary>The script of a genome: formatted C#, the same text for the same genome and header.</summary>
    public static string Of(Genome genome, ScriptHeader header) => throw new NotImplementedException();

    /// <summary>The genome of a script that <see cref="Of"/> wrote.</summary>
    /// <param name="text">The script.</param>
    /// <param name="place">Its file, for errors.</param>
    /// <exception cref="WorkbenchException">WB4162–WB4164: it names no genome, or its code is not what the genome writes.</exception>
    public static Genome Read(string text, string place = "the script") => throw new NotImplementedException();

    /// <summary>What its first lines say of where it comes from.</summary>
    /// <inheritdoc cref="Read"/>
    public static ScriptHeader Header(string text, string place = "the script") => throw new NotImplementedException();
}
