namespace Workbench.App;

/// <summary>One evaluation, as the ledger of trials keeps it. Failed, stopped and repeated ones are kept too: a forgotten trial is still a trial.</summary>
/// <param name="Key">Canonical text or hash of what was run: script hash and settings, or genome.</param>
/// <param name="Behaviour">Hash of its fills; null where it failed. Trials with one behaviour are one trial.</param>
/// <param name="State">finished, failed, stopped.</param>
/// <param name="Sharpe">Sharpe ratio per day, as the report has it before it is made an annual one; null where undefined.</param>
/// <param name="Objective">What the search ranked it by; null where undefined or none.</param>
sealed record Trial(string Key, string? Behaviour, string State, double? Sharpe, double? Objective)
{
    /// <summary>What stands before a key where that has to tell trials apart.</summary>
    public const string ByKey = "key ";

    /// <summary>What tells it from others: what it did, or, where it did nothing, what it was.</summary>
    public string Identity => Behaviour ?? ByKey + Key;
}
