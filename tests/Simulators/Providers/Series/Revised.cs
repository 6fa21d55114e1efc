namespace Workbench.Simulators.Providers.Series;

/// <summary>A past that is told otherwise than before: the first of what is told lies some points higher.</summary>
static class Revised
{
    public static IEnumerable<SeededTick> WithFirstRaised(this IEnumerable<SeededTick> ticks, int points) =>
        ticks.Select((tick, at) => at == 0 ? tick with { Bid = tick.Bid + points, Ask = tick.Ask + points } : tick);

    public static IEnumerable<SeededBar> WithFirstRaised(this IEnumerable<SeededBar> bars, int points) => bars.Select((bar, at) => at == 0
        ? bar with { Open = bar.Open + points, High = bar.High + points, Low = bar.Low + points, Close = bar.Close + points }
        : bar);
}
