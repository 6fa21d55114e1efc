namespace Workbench.Data.Quality;

/// <summary>A check whose verdicts a store keeps, stretch by stretch.</summary>
sealed class TapeJudge<TBatch>(ITapeCheck<TBatch> check) : ITapeJudge<TBatch>
{
    public void Prime(TBatch before, int at) => check.Prime(before, at);

    public void See(TBatch batch, int from, int count) => check.See(batch, from, count);

    public IReadOnlyList<StoredQuality> Finish(IReadOnlyList<(TimeRange Range, string Content)> stretches)
    {
        var report = check.Finish();
        return [.. stretches.Select(stretch => Verdicts.Of(report.Within(stretch.Range), stretch.Content))];
    }
}
