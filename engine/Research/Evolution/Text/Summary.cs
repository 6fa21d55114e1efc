namespace Workbench.Research.Evolution;

/// <summary>Says in one sentence what a genome does.</summary>
static class Summary
{
    public static string Of(Genome genome) => $"{Entry(genome)} on {genome.Timeframe} bars, {Exit(genome)}{Protection(genome)}.";

    static string Entry(Genome genome) => genome.Entry.Kind switch
    {
        EntryKind.LongOnly => "long only",
        EntryKind.ShortOnly => "short only",
        EntryKind.Directed => "long or short as the direction says",
        _ => "long and short",
    };

    static string Exit(Genome genome) => genome.Exit.Kind switch
    {
        ExitKind.Time => "left after a number of bars",
        ExitKind.Condition => "left on a condition of its own",
        _ when genome.Entry.IsTwoSided => "turned by the opposite signal",
        _ => "left when its signal is gone",
    };

    static string Protection(Genome genome) => genome.Protection.Kind switch
    {
        ProtectionKind.Stop => ", with a stop",
        ProtectionKind.Bracket => ", with a stop and a target",
        ProtectionKind.Trailing => ", with a trailing stop",
        _ => "",
    };
}
