namespace Workbench.App;

/// <summary>What a line of the ledger tells.</summary>
enum LedgerEvent
{
    /// <summary>All gates were passed.</summary>
    Promoted = 1,

    /// <summary>A gate was not.</summary>
    Refused,

    /// <summary>A session began under a promotion.</summary>
    Started,

    /// <summary>A promotion was ended.</summary>
    Demoted,
}
