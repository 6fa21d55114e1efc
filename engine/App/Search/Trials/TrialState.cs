using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>How a trial ended, as the ledger spells it.</summary>
static class TrialState
{
    public const string Finished = "finished";
    public const string Failed = "failed";
    public const string Stopped = "stopped";

    /// <summary>Of a variant.</summary>
    public static string Of(VariantState state) => state switch
    {
        VariantState.Finished => Finished,
        VariantState.Stopped => Stopped,
        _ => Failed,
    };
}
