namespace Workbench.Research;

/// <summary>What the metrics of a run are computed from.</summary>
sealed record MetricInput
{
    public required RunResult Result { get; init; }

    public required RunStatistics Statistics { get; init; }

    /// <summary>Daily returns on equity.</summary>
    public required double[] Returns { get; init; }

    /// <summary>Daily returns of the benchmark on the same days; empty where it is not known on each.</summary>
    public required double[] Benchmark { get; init; }

    /// <summary>Falls of sampled equity.</summary>
    public required List<DrawdownSpan> Drawdowns { get; init; }

    public required int PeriodsPerYear { get; init; }

    public required VariantsTried Tried { get; init; }

    public double Days => (Result.LastEvent - Result.FirstEvent) / (double)UtcNanos.Day;

    /// <summary>Deepest fall as a share of its peak: the engine's, on every event, or a sampled one from a lower peak.</summary>
    public double MaxDrawdown => Drawdowns.Aggregate(Result.MaxDrawdown.Share, (deepest, span) => Math.Max(deepest, span.Depth));
}
