using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>All that <c>stress</c> was asked for.</summary>
sealed record StressRequest
{
    /// <summary>What to put under stress.</summary>
    public required BacktestRequest Terms { get; init; }

    /// <summary>The kept run that it is, and the hash it must come to again; null for a script.</summary>
    public (string Name, string EventLogHash)? Run { get; init; }

    /// <summary>Which tapes.</summary>
    public AdversarialTerms Tapes { get; init; } = new();

    /// <summary>What surviving means.</summary>
    public SurvivalTerms Survival { get; init; } = new();

    /// <summary>Whether Monte Carlo is wanted beside the tapes.</summary>
    public bool MonteCarlo { get; init; }

    /// <summary>Repetitions that cost no run.</summary>
    public int Repeats { get; init; } = 1_000;

    /// <summary>Repetitions of each kind that are runs.</summary>
    public int Reruns { get; init; } = 20;

    /// <summary>Share of the entries that reruns leave out.</summary>
    public double Skipped { get; init; } = 0.1;

    /// <summary>Threads.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;
}
