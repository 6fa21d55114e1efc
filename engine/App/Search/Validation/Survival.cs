using Workbench.Research.Search;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>Runs many strategies over one set of adversarial tapes: one field for each tape, so that all of them meet the same.</summary>
/// <param name="setup">The real tapes and the terms of the runs.</param>
/// <param name="set">The tapes.</param>
/// <param name="terms">What surviving means.</param>
sealed class Survival(FieldSetup setup, AdversarialSet set, SurvivalTerms terms)
{
    /// <summary>Scores for all, in their order.</summary>
    /// <param name="variants">Whom to score.</param>
    /// <param name="real">What they came to on the real tapes, in the same order.</param>
    /// <param name="done">Told of each tape that is through: how many are, of how many.</param>
    /// <param name="cancel">Ends it.</param>
    public IReadOnlyList<SurvivalScore> Score(IReadOnlyList<FieldVariant> variants, IReadOnlyList<VariantResult> real, Action<int, int>? done, CancellationToken cancel)
    {
        var outcomes = variants.Select(_ => new List<TapeOutcome>(set.Tapes.Count)).ToList();
        for (var at = 0; at < set.Tapes.Count; at++)
        {
            var tape = set.Tapes[at];
            using var field = new Field(setup with { Config = tape.Over(setup.Config), Open = () => tape.Over(setup.Open()), Stop = null });
            var results = field.Run([.. variants.Select(variant => variant with { Config = variant.Config is { } own ? tape.Over(own) : null })], null, cancel);
            for (var i = 0; i < results.Count; i++)
            {
                outcomes[i].Add(TapeOutcome.Of(tape, real[i], results[i], field.Clock, terms));
            }

            done?.Invoke(at + 1, set.Tapes.Count);
        }

        return [.. outcomes.Select((tapes, i) => SurvivalScore.Of(real[i], tapes))];
    }
}
