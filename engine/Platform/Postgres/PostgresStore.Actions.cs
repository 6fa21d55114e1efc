namespace Workbench.Platform.Postgres;

/// <content>Dividends and splits beside the bars.</content>
public sealed partial class PostgresStore
{
    /// <inheritdoc/>
    public ActionTable? Actions(string symbol) => With(connection => ActionRows.Of(connection, symbol));

    /// <inheritdoc/>
    public bool Write(ActionTable table)
    {
        var isOther = With(connection =>
        {
            using var transaction = connection.BeginTransaction();
            var changed = ActionRows.Keep(connection, table);
            transaction.Commit();
            return changed;
        });
        if (isOther)
        {
            JudgeBars(table);
        }

        return isOther;
    }

    void JudgeBars(ActionTable actions)
    {
        foreach (var kind in With(connection => KindsOf(connection, actions.Symbol)))
        {
            if (DataKinds.Named(kind) is (DataKind.Bars, var spec) && Instrument(actions.Symbol) is var instrument && rules?.Bars(instrument, spec, actions) is { } judge)
            {
                Judge(instrument, spec, judge);
            }
        }
    }

    // Comparisons with other sources are of prices, and stand.
    void Judge(Instrument instrument, BarSpec spec, ITapeJudge<BarBatch> judge)
    {
        var stretches = Contents(instrument, DataKind.Bars, spec);
        using var bars = Bars(instrument, spec, TimeRange.All);
        for (var batch = new BarBatch(); bars.Read(batch);)
        {
            judge.See(batch, 0, batch.Count);
        }

        var verdicts = judge.Finish([.. stretches.Select(stretch => (new BarShape(spec).Partition.RangeOf(stretch.First), stretch.Content))]);
        Keep(instrument, DataKind.Bars, spec, [.. verdicts.Zip(stretches, (verdict, stretch) => verdict with { Compared = stretch.Current?.Compared })]);
    }
}
