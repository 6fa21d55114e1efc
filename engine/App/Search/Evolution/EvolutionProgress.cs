using System.Globalization;

namespace Workbench.App;

/// <summary>How far an evolution is.</summary>
/// <param name="Generation">Generations that are over.</param>
/// <param name="Of">Generations asked for.</param>
/// <param name="Objective">The first objective.</param>
/// <param name="Best">The best of it among the champions so far; null where there is none.</param>
/// <param name="Front">Champions so far.</param>
/// <param name="Tried">Genomes tried.</param>
/// <param name="Behaviours">Different behaviours among them.</param>
/// <param name="Left">How long the rest may take.</param>
sealed record EvolutionProgress(int Generation, int Of, string Objective, double? Best, int Front, int Tried, int Behaviours, TimeSpan Left)
{
    /// <summary>In a line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"generation {Generation}/{Of}, {Objective} {(Best is { } best ? best.ToString("0.####", CultureInfo.InvariantCulture) : "–")}, front {Front}, tried {Tried:N0} ({Behaviours:N0} behaviours), {Left:hh\\:mm\\:ss} left");
}
