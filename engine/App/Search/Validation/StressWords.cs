using System.CommandLine;
using System.Globalization;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>The words of <c>stress</c> and what they ask for.</summary>
sealed class StressWords
{
    static readonly StressRequest Usual = new() { Terms = null! };

    readonly Argument<string> what = new("what") { Description = "a script, or a run that is kept", HelpName = "FILE.csx|RUN" };
    readonly Option<string?> kinds = new("--kinds") { Description = "kinds of adversarial tapes, with commas between them: " + string.Join(", ", EventKinds.All.Select(EventKinds.NameOf)) + " (default: all)", HelpName = "NAMES" };
    readonly Option<string> strengths = new("--strengths") { Description = "how hard, 1 being usual", DefaultValueFactory = _ => "1,2", HelpName = "NUMBERS" };
    readonly Option<int> seeds = new("--seeds") { Description = "tapes of each kind and strength", DefaultValueFactory = _ => Usual.Tapes.Seeds, HelpName = "N" };
    readonly Option<bool> monteCarlo = new("--monte-carlo") { Description = "also shuffle, resample, skip entries, move ticks and make everything dearer and later" };
    readonly Option<int> repeats = new("--repeats") { Description = "repetitions that cost no run", DefaultValueFactory = _ => Usual.Repeats, HelpName = "N" };
    readonly Option<int> reruns = new("--reruns") { Description = "repetitions of each kind that are runs", DefaultValueFactory = _ => Usual.Reruns, HelpName = "N" };
    readonly Option<decimal> skip = CommonOptions.Share("--skip", "share of the entries that reruns leave out", (decimal)Usual.Skipped);
    readonly Option<int> cores = new("--cores") { Description = "threads (default: all cores); results do not depend on it", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
    readonly Option<string?> page = new("--page") { Description = "write an HTML page with the fans and the tapes", HelpName = "FILE" };
    readonly RunOptions options = new(needsData: false);

    public StressWords()
    {
        Verb = new Command("stress", "Run a script over tapes made to hurt it, and say what it survives. Example: stress strategies/breakout.csx --data EURUSD:ticks --monte-carlo") { what };
        foreach (var option in (IEnumerable<Option>)[.. options.All, kinds, strengths, seeds, monteCarlo, repeats, reruns, skip, cores, page])
        {
            Verb.Add(option);
        }
    }

    /// <summary>The verb that takes them.</summary>
    public Command Verb { get; }

    /// <summary>Where a page is wanted; null for none.</summary>
    public string? Page(ParseResult parsed) => parsed.GetValue(page);

    /// <summary>What was asked for.</summary>
    public StressRequest Request(Workspace workspace, ParseResult parsed)
    {
        var (terms, run) = TermsOf(workspace, parsed, parsed.GetValue(what)!);
        return new StressRequest
        {
            Terms = terms.Settings.FirstOrDefault(setting => setting.Contains(',', StringComparison.Ordinal) || setting.Contains("..", StringComparison.Ordinal)) is { } several
                ? throw StudyErrors.AxesInStress(several) : terms,
            Run = run,
            Tapes = new AdversarialTerms
            {
                Kinds = parsed.GetValue(kinds) is { } names ? [.. names.Split(',', StringSplitOptions.TrimEntries).Select(EventKinds.Parse)] : EventKinds.All,
                Strengths = [.. parsed.GetValue(strengths)!.Split(',').Select(Strength)],
                Seeds = parsed.GetValue(seeds),
                Seed = terms.Seed,
            },
            MonteCarlo = parsed.GetValue(monteCarlo),
            Repeats = Within("--repeats", parsed.GetValue(repeats), 100_000),
            Reruns = Within("--reruns", parsed.GetValue(reruns), 10_000),
            Skipped = (double)parsed.GetValue(skip),
            Cores = Within("--cores", parsed.GetValue(cores), 1_024),
        };
    }

    (BacktestRequest Terms, (string, string)? Run) TermsOf(Workspace workspace, ParseResult parsed, string name)
    {
        if (name.EndsWith(".csx", StringComparison.OrdinalIgnoreCase))
        {
            return options.HasData(parsed) ? (options.Request(workspace, parsed, name), null)
                : throw CliErrors.Usage("A script needs data to be put under stress on.", $"./run.sh stress {name} --data EURUSD:ticks");
        }

        if (options.OnlyForRuns(parsed) is { } typed)
        {
            throw CliErrors.Usage($"{typed.Name} says nothing of a run that is kept: that knows what it was made of.", $"./run.sh stress {name}");
        }

        var folder = new RunShelf(workspace).Find(name);
        var recipe = RunRecipe.Load(folder) ?? throw StudyErrors.NotAgain(name, "it keeps no recipe.");
        return recipe.MoreScripts.Count > 0
            ? throw StudyErrors.NotAgain(name, "several scripts ran in it, and one is put under stress at a time.")
            : (recipe.ToRequest(workspace), (Path.GetFileName(folder), RunFolder.LoadDocument(folder).EventLogHash));
    }

    static double Strength(string text) =>
        (double)CommonOptions.Number("--strengths", text.Trim(), value => value is > 0m and <= 100m, "numbers above 0 and up to 100 are needed, with commas between them");

    static int Within(string option, int value, int most) =>
        value >= 1 && value <= most ? value : throw CliErrors.BadNumber(option, value.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"1 to {most:N0} are possible"));
}
