using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Evolution;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>One who was born and tried, as the record of its generation keeps it.</summary>
sealed record BornRecord
{
    /// <summary>Canonical name of the genome.</summary>
    public required string Key { get; init; }

    /// <summary>Where it came from.</summary>
    public required Birth Birth { get; init; }

    /// <summary>How much there is to read.</summary>
    public int Size { get; init; }

    /// <summary>Scores, undefined ones null.</summary>
    public required IReadOnlyList<double?> Scores { get; init; }

    /// <summary>Why a score is undefined; null where it is not.</summary>
    public required IReadOnlyList<string?> Reasons { get; init; }

    /// <summary>What it lacks of the least that is asked.</summary>
    public double Shortfall { get; init; }

    /// <summary>What kind it is.</summary>
    public IReadOnlyList<double> Traits { get; init; } = [];

    /// <summary>Its runs, one for each market.</summary>
    public required IReadOnlyList<RunFigures> Runs { get; init; }

    /// <summary>The record of an individual.</summary>
    public static BornRecord Of<TGenome>(Individual<TGenome> born, Appraisal appraisal, IReadOnlyList<VariantResult> results) => new()
    {
        Key = born.Key,
        Birth = born.Birth,
        Size = born.Size,
        Scores = [.. appraisal.Scores.Select(score => score.Value)],
        Reasons = [.. appraisal.Scores.Select(score => score.Reason)],
        Shortfall = appraisal.Shortfall,
        Traits = appraisal.Traits,
        Runs = [.. results.Select(RunFigures.Of)],
    };

    /// <summary>What selection was told.</summary>
    public Appraisal ToAppraisal() => new([.. Scores.Zip(Reasons, (value, reason) => value is { } number ? number : MetricValue.None(reason ?? "undefined"))])
    {
        Shortfall = Shortfall,
        Behaviour = Runs.Any(run => run.Behaviour is null) ? null : string.Join('+', Runs.Select(run => run.Behaviour)),
        Returns = [.. Runs.SelectMany(run => run.Returns)],
        Traits = Traits,
    };
}
