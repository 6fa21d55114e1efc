using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with revisions, repairs, conversions and exports as a person asks for them: codes WB2771 to WB2789.</summary>
static class RepairErrors
{
    public static WorkbenchException NoRevisions(string lake) => new("WB2771", ExitCode.Usage,
        $"{lake} keeps no former states of its tapes: only the Parquet lake does.", "the same without #NUMBER");

    public static WorkbenchException SeveralKinds(string symbol, IReadOnlyCollection<string> kinds) => new("WB2772", ExitCode.Usage,
        $"The lake has {string.Join(", ", kinds)} of {symbol}: it is not clear which is meant.", $"the same with {symbol}:{kinds.FirstOrDefault() ?? "ticks"}");
}
