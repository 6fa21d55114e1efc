using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>
/// Runs many strategies over the same tapes: what a sweep, an optimiser, an evolution and a stress test have in common. Each runner
/// has an engine of its own and puts out what its single backtest would, hash for hash.
/// </summary>
sealed class Field(FieldSetup setup)
{
    /// <summary>The clock that returns are measured over. Known once something ran.</summary>
    public PeriodClock Clock { get; private set; } = new([], "day", 252d);

    /// <summary>Runs them, and answers in their order. A variant that fails is a result with its reason.</summary>
    /// <param name="variants">What to run.</param>
    /// <param name="done">Told of each as it ends, from whichever thread ran it; null for nobody.</param>
    /// <param name="cancel">Ends it between two stretches of the tapes; then nothing of this call counts.</param>
    public IReadOnlyList<VariantResult> Run(IReadOnlyList<FieldVariant> variants, Action<int>? done, CancellationToken cancel)
    {
        var results = new VariantResult[variants.Count];
        Parallel.For(0, variants.Count, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = setup.Cores }, at =>
        {
            results[at] = One(variants[at], cancel);
            done?.Invoke(at);
        });
        return results;
    }

    VariantResult One(FieldVariant variant, CancellationToken cancel)
    {
        try
        {
            var config = variant.Config ?? setup.Config;
            var statistics = new RunStatistics();
            var engine = new Engine(config, variant.Create(), setup.Open(), statistics);
            var result = engine.Run(cancel);
            cancel.ThrowIfCancellationRequested();
            var document = RunReport.From(statistics, result, config, NoIdentity, default).Document;
            return new VariantResult
            {
                Key = variant.Key,
                Settings = variant.Settings,
                State = VariantState.Finished,
                EventLogHash = result.EventLogHash,
                BehaviourHash = result.EventLogHash,
                Fills = result.Fills,
                Trades = result.Trades,
                EquityStart = result.StartEquity,
                EquityEnd = result.EndEquity,
                Metrics = document.Metrics.ToDictionary(
                    metric => metric.Definition.Key, metric => metric.Value is { } value ? value : MetricValue.None(metric.Reason ?? "undefined")),
            };
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new VariantResult { Key = variant.Key, Settings = variant.Settings, State = VariantState.Failed, Reason = error.Message.Split('\n')[0] };
        }
    }

    static RunIdentity NoIdentity { get; } = new()
    {
        RunId = "", CreatedNanos = 0, StrategyFile = "", StrategySha256 = "", EngineVersion = Backtest.EngineVersion, Parameters = [], Data = [], Command = "",
    };
}
