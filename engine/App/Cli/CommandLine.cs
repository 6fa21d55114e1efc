using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The program's words: finds the verb, runs it, and turns whatever goes wrong into one line and an exit code.</summary>
static class CommandLine
{
    public static int Run(string[] args)
    {
        var workspace = Workspace.Find();
        // Named as one types it: help shows what works when copied.
        var root = new Command("./run.sh", "Workbench: backtest a C# strategy script, and know what the result is worth.")
        {
            new HelpOption(),
            new VersionOption(),
            CommonOptions.Json,
            CommonOptions.Quiet,
        };
        foreach (var verb in Verbs(workspace))
        {
            root.Add(verb);
        }

        var parsed = root.Parse(args);
        return parsed.Errors.Count > 0 ? (int)TerminalOf(parsed).Fail(Usage(parsed)) : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Gives a verb more options.</summary>
    public static Command With(this Command verb, IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            verb.Add(option);
        }

        return verb;
    }

    /// <summary>Makes a verb do its work, with its failures said as people want them.</summary>
    public static Command Does(this Command verb, Func<ParseResult, Terminal, CancellationToken, ExitCode> work) => verb.Does((parsed, terminal) =>
    {
        using var interrupt = new Interrupt();
        try
        {
            return work(parsed, terminal, interrupt.Token);
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            return terminal.Fail(CliErrors.Cancelled());
        }
    });

    /// <summary>As above, for a verb to which Ctrl-C means something else than the end.</summary>
    public static Command Does(this Command verb, Func<ParseResult, Terminal, ExitCode> work)
    {
        verb.SetAction(parsed =>
        {
            var terminal = TerminalOf(parsed);
            try
            {
                return (int)work(parsed, terminal);
            }
            catch (WorkbenchException error)
            {
                return (int)terminal.Fail(error);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return (int)terminal.Fail(CliErrors.NotWritable("A file", error));
            }
        });
        return verb;
    }

    static IEnumerable<Command> Verbs(Workspace workspace) =>
    [
        BacktestVerb.Make(workspace),
        RunsVerb.Make(workspace),
        ReportVerb.Make(workspace),
        TradesVerb.Make(workspace),
        ShardVerb.Make(workspace),
        CompareVerb.Make(workspace),
        OddsVerb.Make(workspace),
        SweepVerb.Make(workspace),
        EvolveVerb.Make(workspace),
        VariantsVerb.Make(workspace),
        WalkForwardVerb.Make(workspace),
        StressVerb.Make(workspace),
        NewVerb.Make(workspace),
        CheckVerb.Make(workspace),
        ParamsVerb.Make(workspace),
        DataVerb.Make(workspace),
        PromoteVerb.Make(workspace),
        DemoteVerb.Make(workspace),
        PromotionsVerb.Make(workspace),
        PaperVerb.Make(workspace),
        LiveVerb.Make(workspace),
        .. SessionVerbs.Make(workspace),
        KillVerb.Make(workspace),
        ReconcileVerb.Make(workspace),
        BrokerVerb.Make(),
        DeadLettersVerb.Make(workspace),
        ReplayVerb.Make(workspace),
        ParityVerb.Make(workspace),
        SimVerb.Make(),
        StormVerb.Make(),
        NotebookVerb.Make(workspace),
        BenchVerb.Make(workspace),
    ];

    static Terminal TerminalOf(ParseResult parsed) => new(parsed.GetValue(CommonOptions.Json), parsed.GetValue(CommonOptions.Quiet));

    static WorkbenchException Usage(ParseResult parsed)
    {
        var words = parsed.CommandResult.Parent is null ? "" : VerbOf(parsed.CommandResult) + " ";
        var unknown = parsed.UnmatchedTokens.FirstOrDefault();
        var known = parsed.CommandResult.Command.Subcommands.Select(verb => verb.Name)
            .Concat(parsed.CommandResult.Command.Options.Select(option => option.Name));
        var near = unknown is null ? null : Closest.To(unknown, known);
        var message = unknown is null ? parsed.Errors[0].Message : $"'{unknown}' is not understood here." + (near is null ? "" : $" Did you mean '{near}'?");
        return CliErrors.Usage(message, $"./run.sh {words}--help");
    }

    static string VerbOf(CommandResult result) =>
        result.Parent is CommandResult { Parent: not null } parent ? $"{VerbOf(parent)} {result.Command.Name}" : result.Command.Name;
}
