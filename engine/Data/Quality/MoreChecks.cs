namespace Workbench.Data.Quality;

/// <summary>Checks that only some tapes get, beside the rules that hold for all of a kind.</summary>
static class MoreChecks
{
    /// <summary>Those of bars.</summary>
    public static IReadOnlyList<IDayCheck<BarBatch>> OfBars(Instrument instrument, BarSpec spec) => [];
}
