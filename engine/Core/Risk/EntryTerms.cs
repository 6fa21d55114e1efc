namespace Workbench.Core;

/// <summary>
/// Entries that are left out for the sake of a study: a run from a flat start on a warm script, or one that missed some of its trades. They
/// are refused where all orders pass, so that what follows follows from it. Exits always go.
/// </summary>
/// <remarks>A script that asks again at the next bar gets its entry then: the order is another one.</remarks>
public sealed record EntryTerms
{
    /// <summary>First instant at which a position may be opened, UTC nanoseconds. Default the beginning of time.</summary>
    public long NotBefore { get; init; } = long.MinValue;

    /// <summary>Share of the entries that are left out, 0 to 1. Default 0. Which ones depends on <see cref="Seed"/> and the order's number alone.</summary>
    public double Skipped { get; init; }

    /// <summary>Seed of the choice.</summary>
    public long Seed { get; init; }

    /// <summary>Whether an order of that number is left out.</summary>
    public bool Skips(long number) => Skipped > 0d && new SeededRandom(unchecked(Seed * 1_000_003 + number)).NextDouble() < Skipped;

    /// <summary>What speaks against an entry; an amendment is of one that was let out.</summary>
    internal Refusal Check(in Intent wish, long time) =>
        wish.IsAmendment ? default
        : time < NotBefore ? new Refusal(RejectReason.EntriesBlocked, "the study opens nothing before " + UtcNanos.ToIso(NotBefore))
        : Skips(wish.Order.ClientOrderId) ? new Refusal(RejectReason.EntriesBlocked, "the study leaves this entry out")
        : default;
}
