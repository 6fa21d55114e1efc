using Workbench.Research.Evolution;

namespace Workbench.App;

/// <summary>All that <c>evolve</c> was asked for.</summary>
sealed record EvolveRequest
{
    /// <summary>Data, terms and costs; its settings are axes, its script may be empty.</summary>
    public required BacktestRequest Run { get; init; }

    /// <summary>The script whose parameters are bred; null to breed scripts.</summary>
    public string? File => Run.Script.Length > 0 ? Run.Script : null;

    /// <summary>What points must fulfil.</summary>
    public IReadOnlyList<string> Constraints { get; init; } = [];

    /// <summary>Timeframes that scripts may be on; empty for the usual ones.</summary>
    public IReadOnlyList<string> Frames { get; init; } = [];

    /// <summary>Generations.</summary>
    public int Generations { get; init; } = 20;

    /// <summary>Individuals.</summary>
    public int Population { get; init; } = 200;

    /// <summary>Islands.</summary>
    public int Islands { get; init; } = 4;

    /// <summary>What is selected by, the first being what people ask first.</summary>
    public IReadOnlyList<string> Objectives { get; init; } = ["return", "drawdown", "complexity"];

    /// <summary>Closed trades below which nobody is a champion.</summary>
    public int MinTrades { get; init; } = 20;

    /// <summary>Stretches that each market's in-sample time is cut into: the fitness is the lower quartile over them.</summary>
    public int Stretches { get; init; } = 4;

    /// <summary>How dear selection takes costs to be, as a multiple.</summary>
    public double Costs { get; init; } = 1.5;

    /// <summary>Share of time held out.</summary>
    public decimal HeldOut { get; init; } = 0.3m;

    /// <summary>How many champions go to strategies/evolved.</summary>
    public int Keep { get; init; }

    /// <summary>Threads.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;

    /// <summary>How the population lives.</summary>
    public EvolutionTerms Terms => new() { Seed = Run.Seed, Objectives = Objectives.Count, Population = Population, Islands = Islands };
}
