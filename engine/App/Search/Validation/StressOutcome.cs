using Workbench.Model;
using Workbench.Research.Search;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>What a stress test came to.</summary>
/// <param name="Script">Name of the script.</param>
/// <param name="Data">What it saw.</param>
/// <param name="Real">What it came to on the real tape.</param>
/// <param name="Clock">The clock of its returns.</param>
/// <param name="SetHash">Hash of the adversarial set: scores with one hash compare.</param>
/// <param name="Score">What it survived.</param>
/// <param name="Terms">What surviving means.</param>
sealed record StressOutcome(string Script, IReadOnlyList<DataIdentity> Data, VariantResult Real, PeriodClock Clock, string SetHash, SurvivalScore Score, SurvivalTerms Terms)
{
    /// <summary>The script's file and its SHA-256.</summary>
    public (string File, string Sha256) Origin { get; init; }

    /// <summary>Hunts at its own stops; null where it had none resting.</summary>
    public SurvivalScore? OwnStops { get; init; }

    /// <summary>Monte Carlo; empty where it was not asked for.</summary>
    public IReadOnlyList<Repetitions> MonteCarlo { get; init; } = [];

    /// <summary>Whether data that a check has refused were run over all the same.</summary>
    public bool AcceptsDataWarnings { get; init; }

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
