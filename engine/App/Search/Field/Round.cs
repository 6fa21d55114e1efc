using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>One turn of variants over the tapes. Where those are in memory each runs from end to end; else all are stepped together, a window at a time.</summary>
sealed class Round(FieldSetup setup, FieldTapes tapes, IReadOnlyList<FieldVariant> variants, CancellationToken cancel)
{
    readonly Runner?[] runners = new Runner?[variants.Count];
    readonly bool[] over = new bool[variants.Count];

    // What the last one needed is what the next one will: lists that grow to it leave twice as much behind.
    volatile int points;

    /// <summary>Runs them.</summary>
    /// <param name="crew">Who does the work.</param>
    /// <param name="ended">Told of each result once, by the place of its variant.</param>
    public void Run(Crew crew, Action<int, VariantResult> ended)
    {
        if (tapes.Fit)
        {
            Do(crew, ended, static (runner, tapes) =>
            {
                runner.Begin(tapes.Open());
                runner.Advance(long.MaxValue);
            });
            return;
        }

        tapes.Rewind();
        Do(crew, ended, static (runner, tapes) => runner.Begin(tapes.Open()));
        long to;
        do
        {
            to = tapes.Ahead(setup.Window);
            Do(crew, ended, (runner, _) => runner.Advance(to));
            tapes.Forget(to);
        }
        while (to < long.MaxValue);
    }

    void Do(Crew crew, Action<int, VariantResult> ended, Action<Runner, FieldTapes> step) => crew.Do(
        variants.Count,
        at => Step(at, ended, step),
        at => runners[at]?.Beat ?? 0,
        at =>
        {
            if (runners[at] is { } stuck)
            {
                stuck.GiveUp();
                Report(at, stuck, ended);
            }
        },
        cancel);

    void Step(int at, Action<int, VariantResult> ended, Action<Runner, FieldTapes> step)
    {
        if (over[at])
        {
            return;
        }

        var runner = runners[at] ??= new Runner(variants[at], setup, tapes.Clock, points, cancel);
        step(runner, tapes);
        if (runner.Result is not null)
        {
            Report(at, runner, ended);
        }
    }

    /// <summary>Once for each, though one that was given up may come back.</summary>
    void Report(int at, Runner runner, Action<int, VariantResult> ended)
    {
        if (!Interlocked.Exchange(ref over[at], true))
        {
            runners[at] = null;
            points = runner.Points;
            ended(at, runner.Result!);
        }
    }
}
