using System.Globalization;
using Workbench.Model;
using Workbench.Research.Search;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>The design that the words of <c>walkforward</c> name, once it is known how long the data are and how long trades were held.</summary>
static class StudyDesign
{
    /// <summary>Makes it.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="rows">The rows in time.</param>
    /// <param name="variants">What ran, for the longest holding time.</param>
    public static Design Of(WalkForwardRequest asked, RowSpans rows, IReadOnlyList<VariantResult> variants)
    {
        var border = new Border { Purge = PurgeOf(asked.Purge, variants), Embargo = EmbargoOf(asked.Embargo, rows) };
        return asked.Design switch
        {
            "rolling" => Walk(asked, rows, anchored: false, border),
            "anchored" => Walk(asked, rows, anchored: true, border),
            "kfold" => new KFold(asked.Folds, border),
            "cpcv" => new Combinatorial(asked.Groups, asked.TestGroups, border),
            _ => throw StudyErrors.UnknownDesign(asked.Design),
        };
    }

    /// <summary>The rule to choose by; neighbours are those of the space.</summary>
    public static ChoiceRule RuleOf(string name, SearchSpace? space, IReadOnlyList<Point> points) => name switch
    {
        "best" => ChoiceRule.Best,
        "plateau" => space is null ? throw StudyErrors.PlateauNeedsAxes() : new ChoiceRule("plateau", scores => [.. PlateauMap.Of(space, points, scores).Select(point => point.Score.Value)]),
        _ => throw StudyErrors.UnknownRule(name),
    };

    static WalkForward Walk(WalkForwardRequest asked, RowSpans rows, bool anchored, Border border) => (asked.Train, asked.Test) switch
    {
        (null, null) => WalkForward.OfFolds(rows, asked.Folds, anchored, border),
        ({ } train, var test) => new WalkForward(train, test ?? train / 3, anchored, border),
        (null, { } test) => new WalkForward(3 * test, test, anchored, border),
    };

    /// <summary>The longest that any variant held a position: how far a row's information can reach beyond it.</summary>
    static long? PurgeOf(string text, IReadOnlyList<VariantResult> variants) => text switch
    {
        "none" => null,
        "auto" => (long)((variants.Max(variant => variant.Metric("longestHeld").Value) ?? 0d) * UtcNanos.Second),
        _ => CommonOptions.Span("--purge", text),
    };

    static long EmbargoOf(string text, RowSpans rows)
    {
        if (!text.EndsWith('%'))
        {
            return CommonOptions.Span("--embargo", text);
        }

        return decimal.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0m and <= 50m
            ? (long)(rows.Length * share / 100m)
            : throw CliErrors.BadNumber("--embargo", text, "a span such as 1d, or a share from 0% to 50% is needed");
    }
}
