namespace Workbench.Simulators.Providers;

/// <summary>What can be chosen of a simulated source of market data.</summary>
public record ProviderOptions : LoopbackOptions
{
    /// <summary>Folder of recorded answers (the shared pile's <c>data</c>), which are then all that it has; null = a market drawn from the seed.</summary>
    public string? Recorded { get; init; }

    /// <summary>Calls that it answers in a day of UTC; the rest are over the limit. Null = as many as anybody likes.</summary>
    public int? DayBudget { get; init; }

    /// <summary>News of a symbol in a day of the drawn market, about; 0 for none.</summary>
    public int NewsADay { get; init; } = 3;

    /// <summary>What is published besides.</summary>
    public Press Press { get; init; } = new();

    /// <summary>Ticks in an open hour of the drawn market, about.</summary>
    public int TicksPerHour { get; init; } = 720;
}
