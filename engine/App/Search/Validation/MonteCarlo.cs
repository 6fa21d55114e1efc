using Workbench.Core;
using Workbench.Research.Search;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>
/// Monte Carlo by running again: entries left out in the engine, ticks moved, messages late, everything dearer. What follows from a change
/// follows; a trade taken out of a list would leave all others as they were.
/// </summary>
/// <param name="setup">The real tapes and the terms of the run.</param>
/// <param name="variant">Whom to run.</param>
/// <param name="asked">How often, and how much.</param>
sealed class MonteCarlo(FieldSetup setup, FieldVariant variant, StressRequest asked)
{
    static readonly decimal[] CostTimes = [1m, 1.5m, 2m, 3m];
    static readonly SkewedLatency Late = new(5_000_000, 500_000_000);

    /// <summary>All kinds, in the order of tables.</summary>
    /// <param name="progress">Told how it goes.</param>
    /// <param name="cancel">Ends it.</param>
    public IReadOnlyList<Repetitions> Run(Action<string> progress, CancellationToken cancel) =>
    [
        Skipped(progress, cancel),
        Moved(progress, cancel),
        Delayed(progress, cancel),
        .. CostTimes.Select(times => Dearer(times, progress, cancel)),
    ];

    Repetitions Skipped(Action<string> progress, CancellationToken cancel) => Of(
        FormattableString.Invariant($"{asked.Skipped:0.#%} of entries skipped"),
        InOneField([.. Seeds().Select(seed => setup.Config with { Risk = setup.Config.Risk with { Entries = new EntryTerms { Skipped = asked.Skipped, Seed = seed } } })], progress, cancel),
        "a script that asks again at its next bar gets in then");

    /// <summary>Messages take as long as the model draws; where it draws nothing, 5 to 500 ms.</summary>
    Repetitions Delayed(Action<string> progress, CancellationToken cancel)
    {
        var model = setup.Config.Latency is ConstantLatency ? Late : setup.Config.Latency;
        return Of("latency redrawn", InOneField([.. Seeds().Select(seed => setup.Config with { Latency = model, Seed = seed })], progress, cancel), $"{model}; the script's own dice fall anew, too");
    }

    Repetitions Moved(Action<string> progress, CancellationToken cancel)
    {
        var results = new List<VariantResult>();
        foreach (var seed in Seeds())
        {
            results.Add(One(setup with { Open = () => NoisyTicks.Over(setup.Open(), seed) }, variant, cancel));
            progress(FormattableString.Invariant($"ticks moved {results.Count} of {asked.Reruns}"));
        }

        return Of("ticks moved within the spread", results, "quotes alone; bars and prints stay");
    }

    Repetitions Dearer(decimal times, Action<string> progress, CancellationToken cancel)
    {
        var costs = new DearerCosts(times);
        progress(FormattableString.Invariant($"costs × {times}"));
        return Of(FormattableString.Invariant($"costs × {times}"), [One(setup with { Config = costs.Over(setup.Config), Open = () => costs.Over(setup.Open()) }, variant, cancel)],
            times == 1m ? "as it ran" : "commission, slippage and spread");
    }

    IReadOnlyList<VariantResult> InOneField(IReadOnlyList<RunConfig> configs, Action<string> progress, CancellationToken cancel)
    {
        using var field = new Field(setup);
        var done = 0;
        return field.Run([.. configs.Select(config => variant with { Config = config })], _ => progress(FormattableString.Invariant($"{Interlocked.Increment(ref done)} of {configs.Count} reruns")), cancel);
    }

    static VariantResult One(FieldSetup setup, FieldVariant variant, CancellationToken cancel)
    {
        using var field = new Field(setup);
        return field.Run([variant], null, cancel)[0];
    }

    IEnumerable<long> Seeds() => Enumerable.Range(0, asked.Reruns).Select(at => unchecked(asked.Terms.Seed * 1_000 + at));

    static Repetitions Of(string name, IReadOnlyList<VariantResult> results, string note)
    {
        List<VariantResult> finished = [.. results.Where(result => result.State == VariantState.Finished)];
        double[] returns = [.. finished.Select(result => result.Metric("totalReturn").Value).OfType<double>()];
        return new Repetitions
        {
            Name = name,
            Count = results.Count,
            Failed = results.Count - finished.Count,
            Return = Spread.Of(returns),
            Drawdown = Spread.Of(finished.Select(result => result.Metric("maxDrawdown").Value).OfType<double>()),
            Losing = returns.Length == 0 ? null : (double)returns.Count(value => value < 0d) / returns.Length,
            Fan = finished.Count < 2 ? null : Fan.Of([.. finished.Select(result => result.Returns)]),
            Note = note,
        };
    }
}
