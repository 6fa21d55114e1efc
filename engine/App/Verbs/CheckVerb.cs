using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Workbench.Core;
using Workbench.Model;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>
/// <c>check FILE.csx</c>: may the script run? Compiles it and walks it through the determinism gate, without running it. With
/// <c>--data</c> it is run too, again and again, to prove that it does not look ahead.
/// </summary>
static class CheckVerb
{
    public static Command Make(Workspace workspace)
    {
        var file = new Argument<string>("file") { Description = "the script", HelpName = "FILE.csx" };
        var options = new RunOptions(needsData: false);
        var cuts = new Option<int>("--cuts") { Description = "instants from which on the look-ahead proof changes the data", DefaultValueFactory = _ => 5, HelpName = "N" };
        var verb = new Command("check", "Compile a script, hold it against the determinism gate and, over data, prove that it does not look ahead. Example: check strategies/sma-cross.csx --data EURUSD:ticks") { file };
        foreach (var option in options.All)
        {
            verb.Add(option);
        }

        verb.Add(cuts);
        return verb.Does((parsed, terminal, cancel) =>
        {
            var script = parsed.GetValue(file)!;
            var count = parsed.GetValue(cuts) is >= 1 and <= 1_000 and var good ? good : throw CliErrors.BadNumber("--cuts", parsed.GetValue(cuts).ToString(CultureInfo.InvariantCulture), "1 to 1000 are possible");
            var request = RequestOf(workspace, options, parsed, script);
            var check = Watchdog.Over(() => new ScriptHost(workspace.ScriptCache).Check(script, options.Class(parsed)), Watchdog.Patience, terminal.Die);
            var proof = request is not null && check.Passed ? Prove(workspace, request, count, terminal, cancel) : null;
            return Tell(terminal, check, proof, request?.Seed ?? 0);
        });
    }

    /// <summary>What to prove it over; null where it is only looked over.</summary>
    static BacktestRequest? RequestOf(Workspace workspace, RunOptions options, ParseResult parsed, string script) =>
        options.HasData(parsed) ? options.Request(workspace, parsed, script)
        : options.OnlyForRuns(parsed) is { } idle ? throw CliErrors.Usage($"{idle.Name} says nothing where no --data are named.", "./run.sh check FILE.csx --data EURUSD:ticks")
        : null;

    static LookAheadResult Prove(Workspace workspace, BacktestRequest request, int cuts, Terminal terminal, CancellationToken cancel)
    {
        using var rehearsal = new ScriptRehearsal(workspace, request, terminal.Die);
        if (rehearsal.Libraries.Count > 0)
        {
            terminal.Warn($"{string.Join(", ", rehearsal.Libraries)}: for the look-ahead proof they find a copy of the lake, and nothing else by relative paths. What they read elsewhere the proof cannot change.");
        }

        try
        {
            return new LookAheadProof(rehearsal, cuts, request.Seed).Run(
                (number, of) => Show(terminal, string.Create(CultureInfo.InvariantCulture, $"\r\u001b[Klook-ahead proof: rerun {number} of {of}")), cancel);
        }
        finally
        {
            Show(terminal, "\r\u001b[K");
        }
    }

    static void Show(Terminal terminal, string text)
    {
        if (terminal.ShowsProgress)
        {
            Console.Error.Write(text);
        }
    }

    static ExitCode Tell(Terminal terminal, ScriptCheck check, LookAheadResult? proof, long seed)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer => Write(writer, check, proof, seed)));
        }

        foreach (var warning in check.Warnings)
        {
            terminal.Warn(warning);
        }

        terminal.Result(check.Passed ? check + "\n" + ParamsVerb.Table(check.Parameters) : check.ToString());
        if (proof is not null)
        {
            terminal.Result("\n" + LookAheadText.Of(proof));
        }

        return !check.Passed ? ExitCode.Compile : proof is { Passed: false } ? ExitCode.CheckFailed : ExitCode.Ok;
    }

    static void Write(Utf8JsonWriter writer, ScriptCheck check, LookAheadResult? proof, long seed)
    {
        writer.WriteStartObject();
        writer.WriteString("file", check.Path);
        writer.WriteString("sha256", check.Sha256);
        writer.WriteBoolean("passed", check.Passed);
        writer.WriteString("strategy", check.Strategy);
        writer.WriteStartArray("offences");
        foreach (var offence in check.Offences)
        {
            writer.WriteStartObject();
            writer.WriteString("code", offence.Code);
            writer.WriteString("file", offence.Path);
            writer.WriteNumber("line", offence.Line);
            writer.WriteNumber("column", offence.Column);
            writer.WriteString("text", offence.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("parameters");
        ParamsVerb.Write(writer, check.Parameters);
        if (proof is not null)
        {
            writer.WritePropertyName("lookAhead");
            LookAheadText.Write(writer, proof, seed);
        }

        writer.WriteEndObject();
    }
}
