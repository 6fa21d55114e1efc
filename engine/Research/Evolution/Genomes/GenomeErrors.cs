namespace Workbench.Research.Evolution;

/// <summary>What can go wrong with genomes and the scripts they are written as.</summary>
public static class GenomeErrors
{
    public static WorkbenchException NoEnd(Measure measure) => new(
        "WB4160", ExitCode.Usage, $"These rules leave no expression of measure {measure} that ends.", "allow one of its terminals");

    public static WorkbenchException TooTight(int size, int depth) => new(
        "WB4161", ExitCode.Usage, FormattableString.Invariant($"No genome was found within {size} nodes and {depth} levels."), "allow more nodes or levels");

    public static WorkbenchException Unreadable(string text, string reason) => new(
        "WB4162", ExitCode.Usage, $"'{Short(text)}' is no genome: {reason}.", "./run.sh variants");

    public static WorkbenchException NoGenome(string place) => new(
        "WB4163", ExitCode.Usage, $"{place} names no genome in its first lines: only scripts that evolution wrote can be read back.", "./run.sh variants");

    public static WorkbenchException Changed(string place, int line) => new(
        "WB4164", ExitCode.Usage, FormattableString.Invariant($"{place}:{line} is not what its genome writes: the script was changed by hand and is a script of its own now."),
        "give it to sweep, or take the lines with the genome out");

    static string Short(string text) => text.Length <= 60 ? text : text[..57] + "…";
}
