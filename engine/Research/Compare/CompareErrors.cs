namespace Workbench.Research.Compare;

/// <summary>What can go wrong with a comparison.</summary>
public static class CompareErrors
{
    internal static WorkbenchException BadSplit(long at, long from, long to) => new(
        "WB4175", ExitCode.Usage, $"The cut at {UtcNanos.ToIso(at)} leaves one part empty: what is compared lies between {UtcNanos.ToIso(from)} and {UtcNanos.ToIso(to)}.", "./run.sh compare RUN RUN --split DATE");

    internal static WorkbenchException EmptySearch(string id) => new(
        "WB4176", ExitCode.NotFound, $"The search {id} holds no variant.", "./run.sh sweep FILE.csx --set name=1..10");
}
