using System.Text.Json.Serialization;
using Workbench.Model;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>A finished evolution, as leaderboard, tree and comparisons show it.</summary>
sealed record EvolutionDocument
{
    /// <summary>Name of its folder under data/evolutions.</summary>
    public required string Id { get; init; }

    /// <summary>By what it was made, and can be again.</summary>
    public required EvolutionRecipe Recipe { get; init; }

    /// <summary>The line of scripts that its trials belong to.</summary>
    public required string Lineage { get; init; }

    /// <summary>What was bred: settings or scripts.</summary>
    public required string Kind { get; init; }

    /// <summary>Markets.</summary>
    public required IReadOnlyList<DataIdentity> Data { get; init; }

    /// <summary>What the check had said of the markets, one by one; empty in evolutions from before there were checks.</summary>
    public IReadOnlyList<DataVerdict> Verdicts { get; init; } = [];

    /// <summary>The markets with their verdicts.</summary>
    [JsonIgnore]
    public IReadOnlyList<DataIdentity> Judged => DataVerdict.On(Data, Verdicts);

    /// <summary>Stretches of time of each market.</summary>
    public required IReadOnlyList<SampleSplit> Splits { get; init; }

    /// <summary>The clock of in-sample returns on the first market.</summary>
    public required PeriodClock Clock { get; init; }

    /// <summary>Generations lived.</summary>
    public required int Generations { get; init; }

    /// <summary>Genomes tried.</summary>
    public required int Tried { get; init; }

    /// <summary>Different behaviours among them.</summary>
    public required int Behaviours { get; init; }

    /// <summary>Distinct trials of the family when it ended, whoever made them.</summary>
    public required long TrialsInFamily { get; init; }

    /// <summary>Where those came from.</summary>
    public required SortedDictionary<string, long> TrialsBySource { get; init; }

    /// <summary>The odds that the best in sample is luck, in a sentence.</summary>
    public required string Odds { get; init; }

    /// <summary>The survivors, best first: by the first objective out of sample where time was held out, else in sample.</summary>
    public required IReadOnlyList<Champion> Champions { get; init; }

    /// <summary>They and all their ancestors, by generation.</summary>
    public required IReadOnlyList<FamilyMember> Family { get; init; }

    /// <summary>Names of the best of each kind: holding time, trades a day, drawdown.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>What a reader must know before the figures.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Seconds that it took, of this process alone.</summary>
    public double WallSeconds { get; init; }

    /// <summary>A survivor or ancestor by the beginning of its name.</summary>
    /// <exception cref="WorkbenchException">WB4447: there is none.</exception>
    public FamilyMember Member(string name) => Family.FirstOrDefault(each => each.Name == name) ?? (Family.Where(each => each.Name.StartsWith(name, StringComparison.Ordinal)).ToList() is [var one]
        ? one
        : throw EvolveErrors.NoSuchVariant(Id, name, Closest.To(name, Family.Select(each => each.Name))));

    /// <summary>A survivor by the beginning of its name.</summary>
    /// <exception cref="WorkbenchException">WB4447: there is none.</exception>
    public Champion ChampionNamed(string name) => Champions.Where(each => each.Name.StartsWith(name, StringComparison.Ordinal)).ToList() is [var one]
        ? one
        : throw EvolveErrors.NoSuchVariant(Id, name, Closest.To(name, Champions.Select(each => each.Name)));
}
