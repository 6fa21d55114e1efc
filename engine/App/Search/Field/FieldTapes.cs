using Workbench.Core;

namespace Workbench.App;

/// <summary>
/// The tapes of a field. They are looked through once, and where they fit into memory they stay decoded; longer ones are decoded again
/// for each group of variants, some batches ahead of them.
/// </summary>
sealed class FieldTapes : IDisposable
{
    /// <summary>Bytes of a batch of ticks and its summary, at most.</summary>
    public const long BatchBytes = 400_000;

    readonly FieldSetup setup;
    IReadOnlyList<SharedTape> tapes;

    FieldTapes(FieldSetup setup, IReadOnlyList<SharedTape> tapes, FieldClock clock, bool fit) =>
        (this.setup, this.tapes, Clock, Fit) = (setup, tapes, clock, fit);

    /// <summary>When returns are looked at.</summary>
    public FieldClock Clock { get; }

    /// <summary>Whether all of them is in memory.</summary>
    public bool Fit { get; }

    /// <summary>Looks through the tapes.</summary>
    /// <param name="setup">What opens them.</param>
    /// <param name="most">Bytes that may stay decoded.</param>
    /// <param name="cancel">Ends it between two batches.</param>
    public static FieldTapes Look(FieldSetup setup, long most, CancellationToken cancel)
    {
        var tapes = Shared(setup);
        var survey = new PeriodSurvey(tapes);
        var fit = true;
        foreach (var tape in tapes)
        {
            while (tape.Decode())
            {
                cancel.ThrowIfCancellationRequested();
                survey.Take(tape);
                fit &= tapes.Sum(shared => shared.Bytes) <= most;
                if (!fit)
                {
                    tape.Forget(long.MaxValue);
                }
            }
        }

        return new FieldTapes(setup, tapes, new FieldClock(survey.Clock(), survey.First, survey.Last), fit);
    }

    /// <summary>Decodes from the beginning once more, as far as the first window.</summary>
    public void Rewind()
    {
        Dispose();
        tapes = Shared(setup);
        foreach (var tape in tapes)
        {
            tape.Decode();
        }
    }

    /// <summary>Decodes some more batches, of whichever tape is behind.</summary>
    /// <returns>How far every engine may go now; the end of time once all is there.</returns>
    public long Ahead(int batches)
    {
        for (var behind = Behind(); batches > 0 && behind.DecodedTo < long.MaxValue; behind = Behind())
        {
            behind.Decode();
            batches--;
        }

        return Behind().DecodedTo;
    }

    /// <summary>Lets go of what every engine has gone through.</summary>
    public void Forget(long before)
    {
        foreach (var tape in tapes)
        {
            tape.Forget(before);
        }
    }

    /// <summary>The tapes from their beginning, for one engine.</summary>
    public IReadOnlyList<Tape> Open() => [.. tapes.Select(tape => tape.Open())];

    public void Dispose()
    {
        foreach (var tape in tapes)
        {
            tape.Dispose();
        }
    }

    static IReadOnlyList<SharedTape> Shared(FieldSetup setup) => [.. setup.Open().Select(SharedTape.Of)];

    SharedTape Behind() => tapes.MinBy(tape => tape.DecodedTo)!;
}
