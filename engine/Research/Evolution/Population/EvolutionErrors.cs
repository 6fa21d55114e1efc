namespace Workbench.Research.Evolution;

/// <summary>What can be wrong with an evolution: codes WB4170–WB4174.</summary>
static class EvolutionErrors
{
    public static WorkbenchException Objectives(int count) => new(
        "WB4170", ExitCode.Usage,
        FormattableString.Invariant($"An evolution has 1 to {EvolutionTerms.MostObjectives} objectives, not {count}: with more, nearly everybody is the best in something, and selection stands still."),
        "./run.sh evolve … --objectives return,drawdown,complexity");

    public static WorkbenchException TooFew(int population, int islands) => new(
        "WB4171", ExitCode.Usage,
        FormattableString.Invariant($"{population} individuals on {islands} islands leave one with fewer than {EvolutionTerms.LeastOfAnIsland}: nobody to choose from."),
        "./run.sh evolve … --population 200 --islands 4");

    public static WorkbenchException NothingToVary() => new(
        "WB4172", ExitCode.Usage, "No setting has more than one value, so there is nothing to evolve.",
        "./run.sh params FILE.csx, and --set fast=5..50:5 for those without bounds");

    public static WorkbenchException NothingAllowed(int tries) => new(
        "WB4173", ExitCode.Usage, FormattableString.Invariant($"None of {tries:N0} drawn points meets the constraints: they contradict each other, or the values."),
        "./run.sh evolve FILE.csx … with wider --set, or without the constraint");
}
