namespace Workbench.Research.Search;

/// <summary>A finished search as pages, tables and cells show it: what was searched, how, and all that came of it.</summary>
public sealed record SearchDocument
{
    /// <summary>Name of its folder under data/sweeps.</summary>
    public required string Id { get; init; }

    /// <summary>grid, random, lhs, sobol, cma, bayes, evolve.</summary>
    public required string Method { get; init; }

    /// <summary>The script, as a person at the project's root would write it, and its hash.</summary>
    public required ScriptIdentity Script { get; init; }

    /// <summary>What all variants saw.</summary>
    public required IReadOnlyList<DataIdentity> Data { get; init; }

    /// <summary>Whether data that a check has refused were searched all the same.</summary>
    public bool AcceptsDataWarnings { get; init; }

    /// <summary>The axes, as <c>name=values</c>.</summary>
    public required IReadOnlyList<string> Axes { get; init; }

    /// <summary>What it was ranked by, as it was written.</summary>
    public required string Objective { get; init; }

    /// <summary>Seed of the search.</summary>
    public required long Seed { get; init; }

    /// <summary>The clock of <see cref="VariantResult.Returns"/>.</summary>
    public required PeriodClock Clock { get; init; }

    /// <summary>Every variant, the best first; undefined objectives after the defined, failed ones last.</summary>
    public required IReadOnlyList<RankedVariant> Variants { get; init; }

    /// <summary>Distinct trials of its family when it ended, those of other searches, notebooks and hands included.</summary>
    public required long TrialsInFamily { get; init; }

    /// <summary>Where those came from: sweep 640, notebook 31.</summary>
    public IReadOnlyDictionary<string, long> TrialsBySource { get; init; } = new Dictionary<string, long>();

    /// <summary>What a reader must know before the figures.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
