using Workbench.Core;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>
/// Runs many strategies over the same tapes: what a sweep, an optimiser, an evolution and a stress test have in common. Each runner
/// has an engine of its own and puts out what its single backtest would, hash for hash; the tapes are decoded once for all of them.
/// </summary>
/// <remarks>One call at a time. A tape that does not fit into memory is gone through by groups of variants, each over one window after the other.</remarks>
sealed class Field(FieldSetup setup) : IDisposable
{
    /// <summary>What a runner weighs: its samples, candles, orders and the block of output that is not hashed yet.</summary>
    const long RunnerBytes = 1 << 20;

    const int LeastGroup = 4;

    FieldTapes? tapes;

    /// <summary>The clock that returns are measured over. Known once something ran.</summary>
    public PeriodClock Clock => tapes?.Clock.Periods ?? new PeriodClock([], "day", 252d);

    /// <summary>Threads lost to variants that did not come back. Each goes on in vain and takes a share of a core: after some of them the process had better begin anew.</summary>
    public int Lost { get; private set; }

    long MemoryBytes => (long)setup.MemoryMb << 20;

    /// <summary>Runs them, and answers in their order. A variant that fails is a result with its reason.</summary>
    /// <param name="variants">What to run.</param>
    /// <param name="done">Told of each as it ends, from whichever thread ran it; null for nobody.</param>
    /// <param name="cancel">Ends it between two stretches of the tapes; then nothing of this call counts.</param>
    public IReadOnlyList<VariantResult> Run(IReadOnlyList<FieldVariant> variants, Action<int>? done, CancellationToken cancel)
    {
        var shared = tapes ??= FieldTapes.Look(setup, MemoryBytes * 3 / 4, cancel);
        using var crew = new Crew(setup.Cores, setup.EventTimeout);
        var results = new VariantResult[variants.Count];
        var group = shared.Fit ? variants.Count : GroupSize(shared);
        for (var from = 0; from < variants.Count; from += group)
        {
            var round = new Round(setup, shared, [.. variants.Skip(from).Take(group)], cancel);
            var before = from;
            round.Run(crew, (at, result) =>
            {
                results[before + at] = result;
                done?.Invoke(before + at);
            });
        }

        Lost += crew.Lost;
        return results;
    }

    public void Dispose() => tapes?.Dispose();

    /// <summary>As many as fit beside the windows of the tapes.</summary>
    int GroupSize(FieldTapes shared) =>
        (int)Math.Clamp((MemoryBytes - setup.Window * FieldTapes.BatchBytes) / RunnerBytes, Math.Max(LeastGroup, setup.Cores), int.MaxValue);
}
