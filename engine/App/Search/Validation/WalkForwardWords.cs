using System.CommandLine;

namespace Workbench.App;

/// <summary>The words of <c>walkforward</c> and what they ask for.</summary>
sealed class WalkForwardWords
{
    static readonly WalkForwardRequest Usual = new() { Terms = null! };

    readonly Argument<string> file = new("file") { Description = "the script", HelpName = "FILE.csx" };
    readonly Option<string[]> where = new("--where") { Description = "a constraint, such as 'fast<slow'; may be repeated", HelpName = "CONDITION" };
    readonly Option<string> method = new("--method") { Description = "how points are taken: grid, random, lhs or sobol", DefaultValueFactory = _ => Usual.Method, HelpName = "NAME" };
    readonly Option<int> trials = new("--trials") { Description = "variants at most; a grid takes all", DefaultValueFactory = _ => Usual.Trials, HelpName = "N" };
    readonly Option<string> design = new("--design") { Description = "rolling or anchored walk-forward, kfold or cpcv", DefaultValueFactory = _ => Usual.Design, HelpName = "NAME" };
    readonly Option<string?> train = new("--train") { Description = "length of a training window, such as 60d (walk-forward)", HelpName = "SPAN" };
    readonly Option<string?> test = new("--test") { Description = "length of a test window and of the step (walk-forward; default a third of --train)", HelpName = "SPAN" };
    readonly Option<int> folds = new("--folds") { Description = "folds, where no windows are given", DefaultValueFactory = _ => Usual.Folds, HelpName = "N" };
    readonly Option<int> groups = new("--groups") { Description = "groups (cpcv)", DefaultValueFactory = _ => Usual.Groups, HelpName = "N" };
    readonly Option<int> testGroups = new("--test-groups") { Description = "groups that are tested at a time (cpcv)", DefaultValueFactory = _ => Usual.TestGroups, HelpName = "K" };
    readonly Option<string> purge = new("--purge") { Description = "how far information reaches: auto (the longest holding time), none, or a span", DefaultValueFactory = _ => Usual.Purge, HelpName = "auto|none|SPAN" };
    readonly Option<string> embargo = new("--embargo") { Description = "what is left out after a tested stretch: a span, or a share of the data's time", DefaultValueFactory = _ => Usual.Embargo, HelpName = "SPAN|SHARE%" };
    readonly Option<string> mode = new("--mode") { Description = "sliced (one run, its returns cut) or restarted (a run for each window, flat at its start)", DefaultValueFactory = _ => Usual.Mode, HelpName = "NAME" };
    readonly Option<string?> warmUp = new("--warm-up") { Description = "how long a restarted run sees prices before it may trade (default: --train)", HelpName = "SPAN" };
    readonly Option<string> objective = new("--objective") { Description = "what to choose by: a figure of the report, or a formula such as 'sharpe*sqrt(trades)'", DefaultValueFactory = _ => Usual.Objective, HelpName = "NAME|FORMULA" };
    readonly Option<int> minTrades = new("--min-trades") { Description = "closed trades below which a variant has no figure", HelpName = "N" };
    readonly Option<string> rule = new("--rule") { Description = "best (the highest objective) or plateau (the highest lower quartile among neighbours)", DefaultValueFactory = _ => Usual.Rule, HelpName = "NAME" };
    readonly Option<int> cores = new("--cores") { Description = "threads (default: all cores); results do not depend on it", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
    readonly Option<string?> page = new("--page") { Description = "write an HTML page with the stitched line and the folds", HelpName = "FILE" };
    readonly RunOptions options = new(needsData: true);

    public WalkForwardWords()
    {
        Verb = new Command("walkforward", "Choose settings in one window and try them in the next. Example: walkforward strategies/sma-cross.csx --data EURUSD:ticks --set fast=5..50:5 --set slow=20..200:20 --where 'fast<slow'") { file };
        foreach (var option in (IEnumerable<Option>)[.. options.All, where, method, trials, design, train, test, folds, groups, testGroups, purge, embargo, mode, warmUp, objective, minTrades, rule, cores, page])
        {
            Verb.Add(option);
        }
    }

    /// <summary>The verb that takes them.</summary>
    public Command Verb { get; }

    /// <summary>Where a page is wanted; null for none.</summary>
    public string? Page(ParseResult parsed) => parsed.GetValue(page);

    /// <summary>What was asked for.</summary>
    public WalkForwardRequest Request(Workspace workspace, ParseResult parsed) => new()
    {
        Terms = options.Request(workspace, parsed, parsed.GetValue(file)!),
        Where = parsed.GetValue(where) ?? [],
        Method = parsed.GetValue(method)!,
        Trials = Count("--trials", parsed.GetValue(trials), 1_000_000),
        Design = parsed.GetValue(design)!,
        Train = Span("--train", parsed.GetValue(train)),
        Test = Span("--test", parsed.GetValue(test)),
        Folds = Count("--folds", parsed.GetValue(folds), 5_000),
        Groups = parsed.GetValue(groups),
        TestGroups = parsed.GetValue(testGroups),
        Purge = parsed.GetValue(purge)!,
        Embargo = parsed.GetValue(embargo)!,
        Mode = parsed.GetValue(mode)!,
        WarmUp = Span("--warm-up", parsed.GetValue(warmUp)),
        Objective = parsed.GetValue(objective)!,
        MinTrades = parsed.GetValue(minTrades),
        Rule = parsed.GetValue(rule)!,
        Cores = Count("--cores", parsed.GetValue(cores), 1_024),
    };

    static long? Span(string option, string? text) => text is null ? null : CommonOptions.Span(option, text);

    static int Count(string option, int value, int most) =>
        value >= 1 && value <= most ? value : throw CliErrors.BadNumber(option, FormattableString.Invariant($"{value}"), FormattableString.Invariant($"1 to {most:N0} are possible"));
}
