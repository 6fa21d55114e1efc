using System.Diagnostics;

namespace Workbench.App;

/// <summary>What a row of seeds came to.</summary>
/// <param name="Seeds">How many.</param>
/// <param name="First">The first.</param>
/// <param name="Failed">Those that failed.</param>
/// <param name="Steps">Steps taken in all.</param>
/// <param name="Faults">What went wrong at the venue, by kind.</param>
/// <param name="WallSeconds">How long it took.</param>
sealed record StormResult(int Seeds, long First, IReadOnlyList<StormFailure> Failed, long Steps, IReadOnlyDictionary<string, long> Faults, double WallSeconds)
{
    /// <summary>Runs a row of seeds, one after the other, on one thread.</summary>
    /// <param name="first">The first seed.</param>
    /// <param name="seeds">How many.</param>
    /// <param name="bug">A bug built in on purpose.</param>
    /// <param name="stopAtFirst">Whether the first failure ends it.</param>
    /// <param name="done">Told after each seed.</param>
    /// <param name="cancel">Ends it.</param>
    public static StormResult Run(long first, int seeds, PlantedBug bug, bool stopAtFirst, Action<int> done, CancellationToken cancel)
    {
        var (watch, faults, failed) = (Stopwatch.StartNew(), new StormFaults(), new List<StormFailure>());
        long steps = 0;
        var run = 0;
        for (; run < seeds && !(stopAtFirst && failed.Count > 0); run++)
        {
            cancel.ThrowIfCancellationRequested();
            var storm = new StormRun(first + run, bug);
            if (storm.Run() is { } failure)
            {
                failed.Add(failure);
            }

            steps += storm.Step;
            faults.Add(storm.Faults);
            done(run + 1);
        }

        return new StormResult(run, first, failed, steps, faults.Counts, watch.Elapsed.TotalSeconds);
    }
}
