namespace Workbench.Data.Quality;

/// <summary>The check of a whole tape of one kind: shown it batch by batch, in its order, then asked for the verdicts. Nothing is allocated for an event.</summary>
interface ITapeCheck<in TBatch>
{
    /// <summary>A price that came before the tape, raw: what follows in another scale is wrong, and not the price.</summary>
    void Prime(TBatch before, int at);

    /// <inheritdoc cref="IDayCheck{TBatch}.See"/>
    void See(TBatch batch, int from, int count);

    /// <summary>Called once, behind the last event: the verdicts.</summary>
    QualityReport Finish();
}
