using Workbench.Research.Search;

namespace Workbench.Research.Validation;

/// <summary>
/// Run once, slice often: a rule-based variant is causal, so the returns of one pass serve every split. Equity, drawdown stops and open
/// positions carry across borders; that is what the other mode is for.
/// </summary>
public static class Sliced
{
    /// <summary>Name of the mode.</summary>
    public const string Mode = "sliced";

    /// <summary>Evaluates a design over variants that ran once.</summary>
    /// <param name="design">The design.</param>
    /// <param name="rows">The rows in time.</param>
    /// <param name="variants">What ran, over one clock.</param>
    /// <param name="terms">How to choose.</param>
    public static ValidationReport Evaluate(Design design, RowSpans rows, IReadOnlyList<VariantResult> variants, ValidationTerms terms)
    {
        string[] keys = [.. variants.Select(variant => variant.Key)];
        FoldResult[] folds = [.. design.Over(rows).Select(split => Fold(split, rows, variants, keys, terms))];
        return ValidationReport.Of(design, Mode, rows, terms, variants.Count, folds);
    }

    static FoldResult Fold(TrainTest split, RowSpans rows, IReadOnlyList<VariantResult> variants, string[] keys, ValidationTerms terms)
    {
        VariantResult[] train = [.. variants.Select(variant => Slice.Of(variant, split.Train, terms.Clock))];
        if (terms.Rule.Choose([.. train.Select(terms.Objective.Score)], keys) is not { } chosen)
        {
            var why = train.Length == 0 ? "there is no variant" : terms.Objective.Of(train[0]).Reason ?? "no variant has a score";
            return FoldResult.Of(split, rows, terms.Clock, null, MetricValue.None(why), [.. split.Test.Select(_ => 0d)]);
        }

        return FoldResult.Of(split, rows, terms.Clock, train[chosen], terms.Objective.Of(train[chosen]), [.. split.Test.Select(row => variants[chosen].Returns[row])]);
    }
}
