using System.CommandLine;
using System.Text.Json;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>storm [SEED]</c>: the code that trades real money, in a random market and at a faulty venue, in virtual time.</summary>
static class StormVerb
{
    public static Command Make()
    {
        var one = new Argument<long?>("seed") { Description = "one seed, to see again what it did", Arity = ArgumentArity.ZeroOrOne };
        var seeds = new Option<int>("--seeds") { Description = "how many to run", DefaultValueFactory = _ => 2_000, HelpName = "N" };
        var first = new Option<long>("--first") { Description = "the first of them", DefaultValueFactory = _ => 1, HelpName = "S" };
        var plant = new Option<PlantedBug>("--plant") { Description = "build a bug in on purpose, and see it found", HelpName = "BUG" };
        return new Command("storm", "Try to break the live engine. Example: storm --seeds 500, or storm 123") { one, seeds, first, plant }
            .Does((parsed, terminal, cancel) =>
            {
                var seed = parsed.GetValue(one);
                var count = seed is null ? parsed.GetValue(seeds) : 1;
                if (count < 1)
                {
                    throw CliErrors.BadNumber("--seeds", count.ToString(System.Globalization.CultureInfo.InvariantCulture), "at least one is needed");
                }

                var bug = parsed.GetValue(plant);
                var result = StormResult.Run(seed ?? parsed.GetValue(first), count, bug, stopAtFirst: bug != PlantedBug.None, done =>
                {
                    if (terminal.ShowsProgress && done % 50 == 0)
                    {
                        Console.Error.Write(FormattableString.Invariant($"\r\u001b[K{done} of {count} seeds"));
                    }
                }, cancel);
                if (terminal.ShowsProgress)
                {
                    Console.Error.Write("\r\u001b[K");
                }

                Show(result, bug, terminal);
                return result.Failed.Count == 0 ? ExitCode.Ok : ExitCode.CheckFailed;
            });
    }

    static void Show(StormResult result, PlantedBug bug, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer => Write(writer, result)));
            return;
        }

        terminal.Result(FormattableString.Invariant($"{result.Seeds} seeds from {result.First}, {result.Steps:N0} steps, {result.WallSeconds:0.0} s, {result.Failed.Count} failed"));
        terminal.Result("  " + string.Join(", ", result.Faults.Select(fault => FormattableString.Invariant($"{fault.Key} {fault.Value:N0}"))));
        foreach (var failure in result.Failed.Take(20))
        {
            terminal.Result(FormattableString.Invariant($"  seed {failure.Seed}, step {failure.Step}: {failure.Invariant}. See it again: ./run.sh storm {failure.Seed}{(bug == PlantedBug.None ? "" : $" --plant {bug}")}"));
        }
    }

    static void Write(Utf8JsonWriter writer, StormResult result)
    {
        writer.WriteStartObject();
        writer.WriteNumber("seeds", result.Seeds);
        writer.WriteNumber("first", result.First);
        writer.WriteStartArray("failed");
        foreach (var failure in result.Failed)
        {
            writer.WriteStartObject();
            writer.WriteNumber("seed", failure.Seed);
            writer.WriteNumber("step", failure.Step);
            writer.WriteString("invariant", failure.Invariant);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("steps", result.Steps);
        writer.WriteStartObject("faults");
        foreach (var (fault, times) in result.Faults)
        {
            writer.WriteNumber(fault, times);
        }

        writer.WriteEndObject();
        writer.WriteNumber("wallSeconds", Math.Round(result.WallSeconds, 3));
        writer.WriteEndObject();
    }
}
