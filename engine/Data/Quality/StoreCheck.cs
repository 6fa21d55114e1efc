namespace Workbench.Data.Quality;

/// <summary>The check of a tape that a store holds: whole stretches are read, months or years, so that verdicts are of whole stretches.</summary>
/// <param name="store">Where it is; it keeps the verdicts.</param>
/// <param name="instrument">What it is of.</param>
/// <param name="kind">Ticks, trades or bars.</param>
/// <param name="spec">Of bars their length and price.</param>
public sealed class StoreCheck(IMarketStore store, Instrument instrument, DataKind kind, BarSpec spec)
{
    /// <summary>Checks it and keeps the verdicts; the answer is of the days within the range.</summary>
    /// <param name="range">Which days to tell of.</param>
    /// <param name="watch">Told how many events were read, batch by batch; it may throw to stop.</param>
    /// <param name="notKept">Told why the verdicts could not be kept, as in a store that only others may write to.</param>
    /// <exception cref="WorkbenchException">Nothing is stored within the range, or it is damaged, or no rules are for that kind.</exception>
    public QualityReport Run(TimeRange range, Action<long> watch, Action<WorkbenchException> notKept) => kind switch
    {
        DataKind.Ticks => Run(store.Ticks, new TickShape(), new TickBatch(), new TickCheck(instrument), range, watch, notKept),
        DataKind.Trades => Run(store.Trades, new TradeShape(), new TradeBatch(), new TradeCheck(instrument), range, watch, notKept),
        DataKind.Bars => Run((of, all) => store.Bars(of, spec, all), new BarShape(spec), new BarBatch(), new BarCheck(instrument, spec, store.Actions(instrument.Symbol)), range, watch, notKept),
        _ => throw QualityErrors.NoRules(instrument.Symbol, kind.Name(spec)),
    };

    /// <summary>Keeps what a comparison with a second source found, beside the verdicts of the stretches that it is of.</summary>
    /// <param name="compared">What was compared: stretches that it touches get its verdict anew.</param>
    /// <param name="against">The other source.</param>
    /// <param name="findings">What was found.</param>
    public void KeepComparison(TimeRange compared, string against, IReadOnlyList<Finding> findings)
    {
        var days = new QualityReport(instrument.Symbol, kind.Name(spec), []).With(findings).Days.Select(day => Verdicts.Of(day.Verdict)).ToList();
        store.Keep(instrument, kind, spec,
        [
            .. from stretch in store.Contents(instrument, kind, spec)
               where stretch.Current is not null && compared.Overlaps(new TimeRange(stretch.First, stretch.Until + 1))
               let within = days.Where(day => day.Range.Overlaps(PartOf(stretch)))
               select stretch.Current! with { Compared = new StoredComparison { Against = against, Days = [.. within] } },
        ]);
    }

    /// <summary>What comparisons of earlier said of the range, where the data are still the same.</summary>
    public IReadOnlyList<Finding> Comparisons(TimeRange range) =>
    [
        .. store.Contents(instrument, kind, spec)
            .SelectMany(stretch => stretch.Current?.Compared?.Days ?? [])
            .Where(day => day.Range.Overlaps(range))
            .SelectMany(day => day.Findings(Defect.Shift)),
    ];

    QualityReport Run<TBatch>(
        Func<Instrument, TimeRange, ICursor<TBatch>> open, ITapeShape<TBatch> shape, TBatch batch, ITapeCheck<TBatch> check, TimeRange range, Action<long> watch, Action<WorkbenchException> notKept)
    {
        List<StoredStretch> stretches = [.. store.Contents(instrument, kind, spec).Where(stretch => stretch.First < range.To && stretch.Last >= range.From)];

        // Where there is nothing within the range, the store says so in its own words.
        using var tape = open(instrument, stretches.Count == 0 ? range : new TimeRange(stretches[0].First, stretches[^1].Last + 1));
        for (var read = 0L; tape.Read(batch); watch(read += shape.Count(batch)))
        {
            check.See(batch, 0, shape.Count(batch));
        }

        var report = check.Finish();
        try
        {
            // A stretch that was replaced while the check ran keeps the verdicts of whoever replaced it: they go by its content.
            store.Keep(instrument, kind, spec,
                [.. stretches.Select(stretch => Verdicts.Of(report.Within(PartOf(stretch)), stretch.Content) with { Compared = stretch.Current?.Compared })]);
        }
        catch (WorkbenchException refusal)
        {
            notKept(refusal);
        }

        return report.Within(range);
    }

    TimeRange PartOf(StoredStretch stretch) => (kind == DataKind.Bars ? new BarShape(spec).Partition : Partition.Month).RangeOf(stretch.First);
}
