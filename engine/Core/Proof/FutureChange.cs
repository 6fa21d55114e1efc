namespace Workbench.Core;

/// <summary>What the look-ahead proof does to the data behind a cut. Whoever looked there decides otherwise under at least one of them.</summary>
public enum FutureChange : byte
{
    /// <summary>Nothing comes any more: the last price stands until the tape's last instant, so that the clock goes on.</summary>
    Cut = 1,

    /// <summary>The same prices in another order: blocks of rows change places, their times stay.</summary>
    Shuffled,

    /// <summary>Prices and sizes times 1.37.</summary>
    Raised,

    /// <summary>Prices and sizes divided by 1.37.</summary>
    Lowered,

    /// <summary>
    /// By dice the smallest price there is, or one of 10^15 raw units. Stored prices are integers and know no NaN; what a NaN does
    /// to every average and every sum that touches it, such a price does too.
    /// </summary>
    Absurd,
}
