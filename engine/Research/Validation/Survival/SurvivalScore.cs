using Workbench.Research.Search;

namespace Workbench.Research.Validation;

/// <summary>How a strategy came through a set of adversarial tapes. Beside a return, never instead of one: who does not trade survives everything.</summary>
public sealed record SurvivalScore
{
    /// <summary>Name of the variant.</summary>
    public required string Key { get; init; }

    /// <summary>Share of the tapes that were survived, 0 to 1; undefined for who never traded on the real tape.</summary>
    public required MetricValue Share { get; init; }

    /// <summary>Lowest share among the kinds: a strategy is as strong as against what hurts it most.</summary>
    public required MetricValue Lowest { get; init; }

    /// <summary>Kind by kind.</summary>
    public required IReadOnlyList<KindSurvival> Kinds { get; init; }

    /// <summary>Tape by tape, in the order of the set.</summary>
    public required IReadOnlyList<TapeOutcome> Tapes { get; init; }

    /// <summary>The tape that did most harm: the first not survived with the deepest fall, else the deepest fall.</summary>
    public TapeOutcome? Worst => Tapes.OrderBy(tape => tape.Survived).ThenByDescending(tape => tape.Drawdown ?? double.MaxValue).FirstOrDefault();

    /// <summary>The score of a variant from what became of it.</summary>
    /// <param name="real">On the real tape.</param>
    /// <param name="tapes">On the others.</param>
    public static SurvivalScore Of(VariantResult real, IReadOnlyList<TapeOutcome> tapes)
    {
        KindSurvival[] kinds = [.. tapes.GroupBy(tape => tape.Kind).Select(kind => new KindSurvival(kind.Key, kind.Count(tape => tape.Survived), kind.Count()))];
        var why = real.State != VariantState.Finished ? real.Reason ?? "it did not finish on the real tape" : real.Fills == 0 ? "it never traded" : tapes.Count == 0 ? "there was no tape" : null;
        return new SurvivalScore
        {
            Key = real.Key,
            Share = why is not null ? MetricValue.None(why) : (double)tapes.Count(tape => tape.Survived) / tapes.Count,
            Lowest = why is not null ? MetricValue.None(why) : kinds.Min(kind => kind.Share),
            Kinds = kinds,
            Tapes = tapes,
        };
    }
}
