namespace Workbench.Simulators.Providers.Series;

/// <summary>A bar of the drawn market, prices in points.</summary>
/// <param name="Begin">When it opens, UTC.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Units traded.</param>
public sealed record SeededBar(DateTime Begin, long Open, long High, long Low, long Close, long Volume);
