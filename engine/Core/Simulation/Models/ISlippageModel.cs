namespace Workbench.Core;

/// <summary>Port: how far beyond the quoted price an order that takes liquidity is filled.</summary>
public interface ISlippageModel
{
    /// <summary>Quote currency, 0 or more; the venue rounds it up to whole ticks. A limit price is never passed.</summary>
    /// <param name="taking">What is taken.</param>
    /// <param name="dice">The venue's own dice, seeded by the run.</param>
    decimal Beyond(in Taking taking, SeededRandom dice);
}
