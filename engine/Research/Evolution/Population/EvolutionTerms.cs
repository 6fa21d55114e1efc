namespace Workbench.Research.Evolution;

/// <summary>How a population lives.</summary>
public sealed record EvolutionTerms
{
    /// <summary>Most objectives: with more, nearly everybody is the best in something.</summary>
    public const int MostObjectives = 4;

    /// <summary>Fewest individuals of an island: two couples.</summary>
    public const int LeastOfAnIsland = 4;

    /// <summary>Seed of all its chance.</summary>
    public required long Seed { get; init; }

    /// <summary>Objectives, 1 to 4.</summary>
    public required int Objectives { get; init; }

    /// <summary>Individuals in all. Default 200.</summary>
    public int Population { get; init; } = 200;

    /// <summary>Islands, in a ring. Default 4.</summary>
    public int Islands { get; init; } = 4;

    /// <summary>Generations between two migrations. Default 5.</summary>
    public int MigrateEvery { get; init; } = 5;

    /// <summary>How many of the best each island sends on, as copies. Default 2.</summary>
    public int Migrants { get; init; } = 2;

    /// <summary>Share of children with two parents. Default 0.6.</summary>
    public double Crossover { get; init; } = 0.6;

    /// <summary>Share of children out of nothing, so that no island runs dry. Default 0.05; the rest is mutation.</summary>
    public double Immigration { get; init; } = 0.05;

    /// <summary>Individuals whose returns correlate by more than 1 less this are one niche, which keeps its best. Default 0.05; 0 for no niches.</summary>
    public double NicheRadius { get; init; } = 0.05;

    /// <summary>Individuals of an island.</summary>
    public int SizeOf(int island) => Population / Islands + (island < Population % Islands ? 1 : 0);

    /// <summary>The same terms, if they can be.</summary>
    /// <exception cref="Workbench.Model.WorkbenchException">WB4170, WB4171: they cannot.</exception>
    public EvolutionTerms Checked() =>
        Objectives is < 1 or > MostObjectives ? throw EvolutionErrors.Objectives(Objectives)
        : Islands < 1 || Population / Islands < LeastOfAnIsland ? throw EvolutionErrors.TooFew(Population, Islands)
        : this;
}
