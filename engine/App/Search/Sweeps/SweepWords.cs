using System.CommandLine;
using Workbench.Model;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>The words of <c>sweep</c> and what they ask for; a cell puts the same ones together.</summary>
sealed class SweepWords
{
    readonly Argument<string?> file = new("file") { Description = "the script", HelpName = "FILE.csx", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string[]> axis = new("--axis") { Description = "data sets or periods to go through: data=EURUSD:ticks,GBPUSD:ticks, or period=FROM..TO,FROM..TO; may be repeated", HelpName = "NAME=VALUES" };
    readonly Option<string[]> where = new("--where") { Description = "a constraint, such as 'fast<slow'; may be repeated", HelpName = "CONDITION" };
    readonly Option<string> method = new("--method") { Description = "grid, random, lhs, sobol, cma or bayes", DefaultValueFactory = _ => "grid", HelpName = "NAME" };
    readonly Option<int> trials = new("--trials") { Description = "variants of each data set at most; a grid takes all", DefaultValueFactory = _ => SweepRequest.UsualTrials, HelpName = "N" };
    readonly Option<string> objective = new("--objective") { Description = "what to rank by: a figure of the report, or a formula such as 'sharpe*sqrt(trades)'", DefaultValueFactory = _ => "sharpe", HelpName = "NAME|FORMULA" };
    readonly Option<int> minTrades = new("--min-trades") { Description = "closed trades below which a variant has no figure", HelpName = "N" };
    readonly Option<string[]> stop = new("--stop") { Description = "when a variant is hopeless: drawdown=0.3,ruin=0.5,noTradeBy=0.25", HelpName = "RULE=SHARE" };
    readonly Option<int> cores = new("--cores") { Description = "threads (default: all cores); results do not depend on it", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
    readonly Option<int> memory = new("--memory") { Description = "most memory for decoded data and variants at work, in MB", DefaultValueFactory = _ => SweepGround.UsualMemoryMb, HelpName = "MB" };
    readonly Option<int?> batch = new("--batch") { Description = "variants of a batch, which is run, kept and lost together (default: by the length of the data)", HelpName = "N" };
    readonly Option<string?> resume = new("--resume") { Description = "go on with a sweep that was stopped or killed: its name, its folder, or last", HelpName = "ID" };
    readonly Option<string?> output = new("--out") { Description = "folder for the results (default: one of its own under data/sweeps)", HelpName = "DIR" };
    readonly Option<string> engine = new("--engine") { Description = "what runs the batches: local, slurm, slurm:PARTITION, or plan to write the plan and run nothing", DefaultValueFactory = _ => "local", HelpName = "NAME" };
    readonly Option<bool> list = new("--list") { Description = "list the sweeps that are kept, the newest first" };
    readonly RunOptions options = new(needsData: false);

    public SweepWords()
    {
        Verb = new Command("sweep", "Try many settings of a script over the same data. Example: sweep strategies/sma-cross.csx --data EURUSD:ticks --set fast=5..50:5 --set slow=20..200:10 --where 'fast<slow'") { file };
        foreach (var option in (IEnumerable<Option>)[.. options.All, axis, where, method, trials, objective, minTrades, stop, cores, memory, batch, resume, output, engine, list])
        {
            Verb.Add(option);
        }
    }

    /// <summary>The verb that takes them.</summary>
    public Command Verb { get; }

    /// <summary>Whether to list what is kept.</summary>
    public bool IsList(ParseResult parsed) => parsed.GetValue(list);

    /// <summary>What runs the batches.</summary>
    /// <exception cref="WorkbenchException">WB4420: nobody knows it.</exception>
    public SweepEngine Engine(ParseResult parsed) => SweepEngine.Parse(parsed.GetValue(engine)!);

    /// <summary>Which sweep to go on with; null for a new one.</summary>
    public string? Resumed(ParseResult parsed) => parsed.GetValue(resume);

    /// <summary>A folder of the user's own; null for none.</summary>
    public string? Out(ParseResult parsed) => parsed.GetValue(output);

    /// <summary>Threads and memory.</summary>
    public (int Cores, int MemoryMb) Machine(ParseResult parsed) => (Within("--cores", parsed.GetValue(cores), 1_024), Within("--memory", parsed.GetValue(memory), 1_000_000));

    /// <summary>What was asked for.</summary>
    /// <exception cref="WorkbenchException">The words ask for what cannot be.</exception>
    public SweepRequest Request(Workspace workspace, ParseResult parsed)
    {
        var script = parsed.GetValue(file) ?? throw SweepErrors.WordMissing("a script");
        var terms = options.Terms(workspace, parsed, script);
        var data = SweepData.All(options.DataWords(parsed), parsed.GetValue(axis) ?? [], terms.Range);
        return new SweepRequest
        {
            Terms = terms with { Data = data[0].Data.Count > 0 ? data[0].Data : throw SweepErrors.WordMissing("--data") },
            Data = data,
            Axes = terms.Settings.Count > 0 ? terms.Settings : throw SweepErrors.WordMissing("--set"),
            Where = parsed.GetValue(where) ?? [],
            Method = parsed.GetValue(method)!,
            Trials = parsed.GetValue(trials),
            Objective = parsed.GetValue(objective)!,
            MinTrades = parsed.GetValue(minTrades),
            Stop = parsed.GetValue(stop) is { Length: > 0 } rules ? StopRule.Parse(string.Join(',', rules)) : null,
            Batch = parsed.GetValue(batch) is { } size ? Within("--batch", size, 100_000) : null,
        };
    }

    static int Within(string option, int value, int most) =>
        value >= 1 && value <= most ? value : throw CliErrors.BadNumber(option, FormattableString.Invariant($"{value}"), FormattableString.Invariant($"a number from 1 to {most:N0} is needed"));
}
