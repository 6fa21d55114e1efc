using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Search;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>What a walk-forward came to, with what a reader wants beside it.</summary>
/// <param name="Script">Name of the script.</param>
/// <param name="Data">What it saw.</param>
/// <param name="Report">The figures.</param>
/// <param name="Whole">All variants over all of the data, the best first: what one would have picked with hindsight.</param>
/// <param name="Trials">How often luck was tried in the family.</param>
sealed record WalkForwardOutcome(
    string Script, IReadOnlyList<DataIdentity> Data, ValidationReport Report, IReadOnlyList<RankedVariant> Whole, TrialCount Trials)
{
    /// <summary>The script's file and its SHA-256.</summary>
    public (string File, string Sha256) Origin { get; init; }

    /// <summary>Axes on which the best with hindsight lies at an end.</summary>
    public IReadOnlyList<string> Edges { get; init; } = [];

    /// <summary>How the best with hindsight stands among its neighbours; null where the space has no axes.</summary>
    public PlateauPoint? Plateau { get; init; }

    /// <summary>Whether data that a check has refused were run over all the same.</summary>
    public bool AcceptsDataWarnings { get; init; }

    /// <summary>All warnings.</summary>
    public IReadOnlyList<string> Warnings => [.. DataTexts.Warnings(Data), .. Report.Warnings, .. Edges];
}
