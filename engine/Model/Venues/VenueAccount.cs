namespace Workbench.Model;

/// <summary>An account as its venue has it at one moment.</summary>
/// <param name="Account">The venue's number of it.</param>
/// <param name="Time">When the venue said so, UTC nanoseconds.</param>
public sealed record VenueAccount(string Account, long Time)
{
    /// <summary>Money by currency, what is locked included.</summary>
    public IReadOnlyList<Money> Balances { get; init; } = [];

    /// <summary>What is held, of the instruments asked after; those with nothing may be missing.</summary>
    public IReadOnlyList<VenuePosition> Positions { get; init; } = [];

    /// <summary>Whether the keys may place orders.</summary>
    public bool MayTrade { get; init; } = true;

    /// <summary>Whether the keys may move money out: a key that should be replaced by one that may not.</summary>
    public bool MayWithdraw { get; init; }
}
