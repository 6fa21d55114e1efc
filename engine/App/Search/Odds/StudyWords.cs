using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Workbench.Research.Luck;

namespace Workbench.App;

/// <summary>The words with which the tests themselves are tested: <c>odds --study noise</c>, <c>odds --study edge</c>.</summary>
sealed class StudyWords
{
    // Annual ratios over 252 periods: 0.05 to 0.2 per period.
    static readonly double[] Edges = [.. new[] { 0.05, 0.08, 0.1, 0.12, 0.14, 0.16, 0.2 }.Select(ratio => ratio * Math.Sqrt(252))];

    readonly Option<string?> study = new Option<string?>("--study") { Description = "draw searches whose truth is known and count what the tests say: noise, or edge", HelpName = "KIND" }.AcceptOnlyFromAmong("noise", "edge");
    readonly Option<int> studies = Whole("--studies", "searches to draw", 200);
    readonly Option<int> variants = Whole("--variants", "variants in each", 1_000);
    readonly Option<int> periods = Whole("--periods", "periods of each", 1_000);
    readonly Option<int> cores = Whole("--cores", "threads", 1);
    readonly Option<decimal> correlation = CommonOptions.Share("--correlation", "how alike the variants of a study are", 0m);

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [study, studies, variants, periods, correlation, cores];

    /// <summary>What was asked for; null where no study was.</summary>
    public StudyTerms? Terms(ParseResult parsed, LuckOptions options) => parsed.GetValue(study) is not { } kind ? null : new StudyTerms
    {
        Studies = Positive(parsed, studies),
        Variants = Positive(parsed, variants),
        Periods = Math.Max(30, Positive(parsed, periods)),
        Cores = Positive(parsed, cores),
        Correlation = Math.Min(0.999, (double)parsed.GetValue(correlation)),
        Edges = kind == "edge" ? Edges : [],
        Alpha = options.Alpha,
        Seed = options.Seed,
        Replicates = options.Replicates ?? 1_000,
        Block = options.Block,
    };

    static Option<int> Whole(string name, string description, int usual) => new(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "N" };

    static int Positive(ParseResult parsed, Option<int> option)
    {
        var value = parsed.GetValue(option);
        return value >= 1 ? value : throw CliErrors.BadNumber(option.Name, value.ToString(CultureInfo.InvariantCulture), "at least one is needed");
    }
}
