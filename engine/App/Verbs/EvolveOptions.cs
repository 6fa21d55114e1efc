using System.CommandLine;
using System.Globalization;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The words of <c>evolve</c> and what they ask for.</summary>
sealed class EvolveOptions
{
    const int MostGenerations = 10_000, MostPopulation = 100_000;

    readonly RunOptions run = new(needsData: false);
    readonly Option<int> generations = Number("--generations", "generations", 20);
    readonly Option<int> population = Number("--population", "individuals", 200);
    readonly Option<int> islands = Number("--islands", "islands that they live on", 4);
    readonly Option<string> objectives = new("--objectives") { Description = "one to four of return, drawdown, trades, complexity, survival, a figure of the report, or a formula", DefaultValueFactory = _ => "return,drawdown,complexity", HelpName = "A,B…" };
    readonly Option<string[]> where = new("--where") { Description = "what settings must fulfil, such as 'fast<slow'; may be repeated", HelpName = "CONDITION" };
    readonly Option<string?> frames = new("--frames") { Description = "timeframes that bred scripts may be on (default 5m,15m,1h; of stored bars none shorter)", HelpName = "A,B…" };
    readonly Option<string> heldOut = new("--oos") { Description = "share of time at the end that selection never sees; the last third of it stays sealed", DefaultValueFactory = _ => "30%", HelpName = "SHARE" };
    readonly Option<int> minTrades = Number("--min-trades", "closed trades below which nobody is a champion", 20);
    readonly Option<int> keep = Number("--keep", "champions that go to strategies/evolved", 0);
    readonly Option<int> cores = Number("--cores", "threads; nothing depends on them but the time", Environment.ProcessorCount);
    readonly Option<string?> resume = new("--resume") { Description = "one that was stopped, by its name, or last", HelpName = "ID" };

    /// <summary>The script whose settings are bred; none to breed scripts.</summary>
    public Argument<string?> File { get; } = new("file") { Description = "the script whose parameters are bred; without one, scripts are", HelpName = "FILE.csx", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [.. run.All, generations, population, islands, objectives, where, frames, heldOut, minTrades, keep, cores, resume];

    /// <summary>What words ask for that no shell has read.</summary>
    /// <param name="workspace">The project.</param>
    /// <param name="words">All behind <c>evolve</c>.</param>
    /// <exception cref="WorkbenchException">They are not understood, or ask for what cannot be.</exception>
    public static EvolveRequest Read(Workspace workspace, IReadOnlyList<string> words)
    {
        var options = new EvolveOptions();
        var verb = new Command("evolve") { options.File };
        foreach (var option in options.All)
        {
            verb.Add(option);
        }

        var parsed = verb.Parse([.. words]);
        return parsed.Errors.Count == 0 ? options.Request(workspace, parsed, options.Resumed(workspace, parsed)) : throw CliErrors.Usage(parsed.Errors[0].Message, "./run.sh evolve --help");
    }

    /// <summary>The evolution that is to go on; null where one is to begin.</summary>
    /// <exception cref="WorkbenchException">WB4440: there is none of that name. WB4442: it is told anew what it is.</exception>
    public EvolutionFolder? Resumed(Workspace workspace, ParseResult parsed)
    {
        if (parsed.GetValue(resume) is not { } id)
        {
            return null;
        }

        var typed = All.FirstOrDefault(option => option != resume && option != cores && option != keep && option != generations && parsed.GetResult(option) is { Implicit: false });
        return parsed.GetValue(File) is { } file ? throw Told(file)
            : typed is not null ? throw Told(typed.Name)
            : EvolutionFolder.Find(workspace, id) ?? throw EvolveErrors.NoSuchSearch(id);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="WorkbenchException">WB4442 and others: it cannot be.</exception>
    public EvolveRequest Request(Workspace workspace, ParseResult parsed, EvolutionFolder? resumed)
    {
        if (resumed is not null)
        {
            var kept = resumed.Recipe().ToRequest(workspace, resumed.Id);
            return kept with
            {
                Cores = Within(parsed, cores, 1, 1_024),
                Keep = parsed.GetResult(keep) is { Implicit: false } ? Within(parsed, keep, 0, kept.Population) : kept.Keep,
                Generations = parsed.GetResult(generations) is { Implicit: false } ? Within(parsed, generations, 1, MostGenerations) : kept.Generations,
            };
        }

        if (!run.HasData(parsed))
        {
            throw CliErrors.Usage("evolve needs --data: what is bred has to trade something.", "./run.sh evolve --data EURUSD:ticks --lake data/samples");
        }

        var asked = new EvolveRequest
        {
            Run = run.Request(workspace, parsed, parsed.GetValue(File) ?? ""),
            Constraints = parsed.GetValue(where) ?? [],
            Generations = Within(parsed, generations, 1, MostGenerations),
            Population = Within(parsed, population, 1, MostPopulation),
            Islands = Within(parsed, islands, 1, MostPopulation),
            Frames = Frames(parsed.GetValue(frames)),
            Objectives = [.. parsed.GetValue(objectives)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            HeldOut = Share(parsed.GetValue(heldOut)!),
            MinTrades = Within(parsed, minTrades, 0, 1_000_000),
            Keep = Within(parsed, keep, 0, MostPopulation),
            Cores = Within(parsed, cores, 1, 1_024),
        };
        asked.Terms.Checked();
        Fitness.Check(asked.Objectives);
        return Possible(asked);
    }

    /// <summary>Words that contradict each other are told so, and none of them is dropped.</summary>
    static EvolveRequest Possible(EvolveRequest asked) =>
        asked.File is null && asked.Run.Settings.Count > 0 ? throw EvolveErrors.Contradiction($"--set {asked.Run.Settings[0]} is about a script's parameter, and no script was named.", "./run.sh evolve FILE.csx --data … --set …")
        : asked.File is null && asked.Constraints.Count > 0 ? throw EvolveErrors.Contradiction($"--where {asked.Constraints[0]} is about a script's parameters, and no script was named.", "./run.sh evolve FILE.csx --data … --where …")
        : asked.File is not null && asked.Frames.Count > 0 ? throw EvolveErrors.Contradiction($"--frames is about scripts that are bred, and {asked.File} is written already.", "the same with --set timeframe=1m,5m, or without the script")
        : asked.Keep > asked.Population ? throw EvolveErrors.Contradiction($"--keep {asked.Keep} is more than --population {asked.Population}.", "the same with a smaller --keep")
        : asked.Run.Data.GroupBy(data => data).FirstOrDefault(same => same.Count() > 1) is { } twice ? throw CliErrors.DataTwice(twice.Key.Symbol, "data")
        : asked;

    static IReadOnlyList<string> Frames(string? text)
    {
        string[] frames = [.. (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return Array.Find(frames, frame => !BarSpec.TryParse(frame, null, out var bars) || !bars.IsByTime) is { } bad ? throw CliErrors.BadNumber("--frames", bad, "timeframes are needed, such as 5m,15m,1h") : frames;
    }

    static decimal Share(string text)
    {
        var isPercent = text.EndsWith('%');
        var share = CommonOptions.Number("--oos", isPercent ? text[..^1] : text, _ => true, "a share from 0% to 90% is needed") / (isPercent ? 100m : 1m);
        return share is >= 0m and <= 0.9m ? share : throw CliErrors.BadNumber("--oos", text, "a share from 0% to 90% is needed");
    }

    static Option<int> Number(string name, string description, int usual) => new(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "N" };

    static int Within(ParseResult parsed, Option<int> option, int least, int most)
    {
        var value = parsed.GetValue(option);
        return value >= least && value <= most ? value
            : throw CliErrors.BadNumber(option.Name, value.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"{least} to {most} are possible"));
    }

    static WorkbenchException Told(string what) => EvolveErrors.Contradiction($"--resume goes on with what is kept, and {what} would make another evolution of it.", "./run.sh evolve --resume ID, with --cores, --keep or more --generations at most");
}
