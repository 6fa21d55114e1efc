namespace Workbench.Data.Quality;

/// <summary>Checks tapes that lie in no lake.</summary>
public static class TapeChecks
{
    /// <summary>Reads ticks to their end.</summary>
    public static QualityReport Of(ICursor<TickBatch> tape) => Run(tape, new TickCheck(tape.Instrument), new TickBatch(), batch => batch.Count);

    /// <summary>Reads prints to their end.</summary>
    public static QualityReport Of(ICursor<TradeBatch> tape) => Run(tape, new TradeCheck(tape.Instrument), new TradeBatch(), batch => batch.Count);

    /// <summary>Reads bars to their end.</summary>
    public static QualityReport Of(ICursor<BarBatch> tape, BarSpec spec) => Run(tape, new BarCheck(tape.Instrument, spec), new BarBatch(), batch => batch.Count);

    static QualityReport Run<TBatch>(ICursor<TBatch> tape, ITapeCheck<TBatch> check, TBatch batch, Func<TBatch, int> count)
    {
        while (tape.Read(batch))
        {
            check.See(batch, 0, count(batch));
        }

        return check.Finish();
    }
}
