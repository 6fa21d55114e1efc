using Workbench.Data.Importers;

namespace Workbench.Data.Conversion;

/// <summary>
/// Ticks made of a tape of bids and one of asks, each pair of bars along one path. A high of the bid and a high of the ask need
/// not have been at one moment, so a made quote may be crossed: the gate counts those. Sizes are unknown and 0.
/// </summary>
/// <param name="bids">Bars of the bid, or of trades where there are no asks.</param>
/// <param name="asks">Bars of the ask; null for ticks without spread.</param>
/// <param name="path">The way through a bar.</param>
/// <param name="gate">Where the ticks are checked and counted.</param>
/// <param name="finish">Called once when the bars have ended.</param>
sealed class TicksOfBars(ICursor<BarBatch> bids, ICursor<BarBatch>? asks, BarPath path, TickGate gate, Action finish) : ICursor<TickBatch>
{
    readonly BarReader bid = new(bids);
    readonly BarReader? ask = asks is null ? null : new BarReader(asks);
    readonly int steps = BarSteps.CountOf(path);
    long row;
    bool hasBegun;
    bool hasEnded;

    public Instrument Instrument => bids.Instrument;

    public bool Read(TickBatch into)
    {
        gate.Begin(into);
        Begin();
        while (gate.Count <= TickBatch.Capacity - steps && bid.HasBar && (ask is null || ask.HasBar))
        {
            Take();
        }

        if (!hasEnded && !(bid.HasBar && (ask is null || ask.HasBar)))
        {
            End();
        }

        return gate.Count > 0;
    }

    public void Dispose()
    {
        bid.Dispose();
        ask?.Dispose();
    }

    void Begin()
    {
        if (!hasBegun)
        {
            hasBegun = true;
            bid.Next();
            ask?.Next();
        }
    }

    /// <summary>Makes the ticks of one pair, or passes over a bar that has no other side: half a quote is none.</summary>
    void Take()
    {
        row++;
        if (ask is not null && ask.OpenTime != bid.OpenTime)
        {
            Skip(ask.OpenTime < bid.OpenTime ? ask : bid);
            return;
        }

        var other = ask ?? bid;
        for (var step = 0; step < steps; step++)
        {
            gate.Add(
                BarSteps.TimeOf(path, bid.Batch, bid.At, step), BarSteps.PriceOf(path, bid.Batch, bid.At, step),
                BarSteps.PriceOf(path, other.Batch, other.At, step), bidSize: 0, askSize: 0, row);
        }

        bid.Next();
        ask?.Next();
    }

    void Skip(BarReader alone)
    {
        gate.Log.Reject("a bar of one side without one of the other", row);
        alone.Next();
    }

    /// <summary>What one side has left is alone too, and the vendor's files are read to their end, where their own dirt is judged.</summary>
    void End()
    {
        hasEnded = true;
        foreach (var side in (BarReader?[])[bid, ask])
        {
            for (; side is { HasBar: true }; row++)
            {
                Skip(side);
            }
        }

        finish();
    }
}
