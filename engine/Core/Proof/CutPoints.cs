namespace Workbench.Core;

/// <summary>
/// Chooses where the future begins. Every other cut lies right after a decision, where whoever looked ahead to make it is found out;
/// the rest lie anywhere, since not to decide is a decision too.
/// </summary>
static class CutPoints
{
    /// <summary>At most so many instants, in order, each after the first event and not after the last.</summary>
    public static IReadOnlyList<long> Choose(IReadOnlyList<Recorded> decisions, RunResult run, int count, long seed)
    {
        var dice = new SeededRandom(seed);
        var cuts = new SortedSet<long>();
        for (var i = 0; i < count; i++)
        {
            // Two that fall together are thrown again, but not for ever: a short tape has few instants.
            for (var tries = 0; tries < 100 && cuts.Count <= i; tries++)
            {
                var after = i % 2 == 0 && decisions.Count > 0 && tries < 50;
                var cut = after ? decisions[dice.Next(decisions.Count)].Time + 1 : Between(run.FirstEvent, run.LastEvent, dice);
                cuts.Add(Math.Clamp(cut, run.FirstEvent + 1, Math.Max(run.FirstEvent + 1, run.LastEvent)));
            }
        }

        return [.. cuts];
    }

    static long Between(long first, long last, SeededRandom dice) => first + (long)(dice.NextDouble() * (last - first)) + 1;
}
