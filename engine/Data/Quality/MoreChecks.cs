namespace Workbench.Data.Quality;

/// <summary>Checks that only some tapes get, beside the rules that hold for all of a kind.</summary>
static class MoreChecks
{
    /// <summary>Those of bars: shares pay dividends and are split, and so is what the lake knows dividends of.</summary>
    public static IReadOnlyList<IDayCheck<BarBatch>> OfBars(Instrument instrument, BarSpec spec, ActionTable? actions) =>
        spec.IsByTime && (actions is not null || instrument.AssetClass == AssetClass.Equity) ? [new ActionCheck(instrument, spec, actions)] : [];
}
