using Workbench.Data.Importers;

namespace Workbench.Data.Conversion;

/// <summary>Prints made of bars of trades along a path. The bar's whole volume lies on its last print; who was the aggressor is unknown.</summary>
/// <param name="bars">Bars of trades.</param>
/// <param name="path">The way through a bar.</param>
/// <param name="gate">Where the prints are checked and counted.</param>
/// <param name="finish">Called once when the bars have ended.</param>
sealed class TradesOfBars(ICursor<BarBatch> bars, BarPath path, TradeGate gate, Action finish) : ICursor<TradeBatch>
{
    readonly BarReader reader = new(bars);
    readonly int steps = BarSteps.CountOf(path);
    long row;
    bool hasEnded;

    public Instrument Instrument => bars.Instrument;

    public bool Read(TradeBatch into)
    {
        gate.Begin(into);
        if (row == 0)
        {
            reader.Next();
        }

        for (; gate.Count <= TradeBatch.Capacity - steps && reader.HasBar; reader.Next())
        {
            Take(++row);
        }

        if (!hasEnded && !reader.HasBar)
        {
            hasEnded = true;
            finish();
        }

        return gate.Count > 0;
    }

    public void Dispose() => reader.Dispose();

    void Take(long at)
    {
        for (var step = 0; step < steps; step++)
        {
            var volume = step == steps - 1 ? reader.Batch.Volume[reader.At] : 0;
            gate.Add(BarSteps.TimeOf(path, reader.Batch, reader.At, step), BarSteps.PriceOf(path, reader.Batch, reader.At, step), volume, default, at);
        }
    }
}
