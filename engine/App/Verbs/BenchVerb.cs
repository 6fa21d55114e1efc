using System.CommandLine;
using System.Text;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>bench [W1 W2 …]</c>: how fast the program is, and against what. It measures and judges no time.</summary>
static class BenchVerb
{
    public static Command Make(Workspace workspace)
    {
        var names = new Argument<string[]>("workloads") { Description = "which to run (default: all but W11, W12 and W14, which take minutes)", Arity = ArgumentArity.ZeroOrMore, HelpName = "W1 W2 …" };
        var runs = new Option<int>("--runs") { Description = "how often to run each; medians are printed", DefaultValueFactory = _ => 5, HelpName = "N" };
        var lakes = new Option<string?>("--lake") { Description = "where to keep the tapes it makes (default .build/bench)", HelpName = "DIR" };
        var write = new Option<bool>("--write-table") { Description = "put the figures into tests/Benchmarks, to be committed" };
        var step = new Option<string?>("--step") { Description = "what the processes that are measured are called with: run, floor, live, notebook, sweep, book, check, copy, open or import", Hidden = true };
        var scripts = new Option<string?>("--scripts") { Description = "folder above the scripts of a step", Hidden = true };

        return new Command("bench", "Measure speed and memory on known workloads. Example: bench W1 W3 --runs 5") { names, runs, lakes, write, step, scripts }
            .Does((parsed, terminal, cancel) =>
            {
                var words = parsed.GetValue(names) ?? [];
                var lake = parsed.GetValue(lakes);
                if (parsed.GetValue(step) is { } asked)
                {
                    return Step(new BenchStep(workspace, Workload.Find(words[0]), lake!, parsed.GetValue(scripts)!), asked, words, terminal, cancel);
                }

                var count = parsed.GetValue(runs) is > 0 and var positive ? positive : throw CliErrors.BadNumber("--runs", "0", "at least one is needed");
                IReadOnlyList<Workload> chosen = words.Length == 0 ? [.. Workload.All.Where(workload => !workload.OnlyWhenNamed)] : [.. words.Select(Workload.Find)];
                return Run(workspace, chosen, count, lake, parsed.GetValue(write), terminal, cancel);
            });
    }

    static ExitCode Run(Workspace workspace, IReadOnlyList<Workload> chosen, int runs, string? lakes, bool write, Terminal terminal, CancellationToken cancel)
    {
        var folder = Path.GetFullPath(lakes ?? Path.Combine(workspace.Root, ".build", "bench"));
        var table = new BenchTable(Path.Combine(workspace.Root, "tests", "Benchmarks"));
        var committed = table.Read();
        var bench = new Bench(workspace.Root, folder, Path.Combine(folder, "home"), terminal.Progress);
        var machine = Machine.This();
        terminal.Result($"{machine.Cpu}, {machine.Cores} cores, {machine.Runtime}" + (committed is null ? "" : $"; table: {committed.Machine.Cpu}, {committed.Machine.Cores} cores, {committed.Machine.Date}"));
        var results = new List<BenchResult>();
        foreach (var workload in chosen)
        {
            results.Add(bench.Run(workload, runs, cancel));
            terminal.Result(BenchTable.Line(results[^1], committed));
        }

        var report = new BenchReport(machine, results);
        if (write)
        {
            table.Write(report);
        }

        if (terminal.Json)
        {
            terminal.Document(Encoding.UTF8.GetBytes(BenchTable.Json(report).TrimEnd()));
        }

        return ExitCode.Ok;
    }

    static ExitCode Step(BenchStep step, string asked, string[] words, Terminal terminal, CancellationToken cancel)
    {
        var measure = asked switch
        {
            "run" => step.Run(cancel),
            "floor" => step.Floor(),
            "live" => step.Live(),
            "notebook" => step.Notebook(),
            "sweep" => step.Sweep(cancel),
            "book" => step.Book(),
            "check" => step.Check(),
            "copy" => step.Copy(),
            "open" => step.Open(),
            "import" => step.Import(words[1]),
            _ => throw CliErrors.BadNumber("--step", asked, "known are run, floor, live, notebook, sweep, book, check, copy, open and import"),
        };
        terminal.Document(JsonText.Of(measure.Write));
        return ExitCode.Ok;
    }
}
