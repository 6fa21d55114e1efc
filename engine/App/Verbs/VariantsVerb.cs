using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>variants [ID]</c>: the leaderboard of an evolution, its family tree, and what parent and child do differently; <c>variants keep ID NAME</c> keeps one.</summary>
static class VariantsVerb
{
    public static Command Make(Workspace workspace)
    {
        var id = new Argument<string?>("id") { Description = "an evolution or a sweep, the beginning of its name, or last; none to list evolutions", HelpName = "ID", Arity = ArgumentArity.ZeroOrOne };
        var tree = new Option<bool>("--tree") { Description = "who came from whom" };
        var family = new Option<string?>("--family") { Description = "the tree of one variant", HelpName = "NAME" };
        var depth = new Option<int>("--depth") { Description = "generations of ancestors in the tree", DefaultValueFactory = _ => 6, HelpName = "N" };
        var diff = new Option<string[]>("--diff") { Description = "what two variants do differently, as text and in their trades", HelpName = "A B", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
        return new Command("variants", "Show the survivors of an evolution, their family tree and their differences. Example: variants last --diff 1a2b3c4d 5e6f7a8b")
        {
            id, tree, family, depth, diff, Keep(workspace),
        }.Does((parsed, terminal, cancel) =>
        {
            if (parsed.GetValue(id) is not { } wanted)
            {
                return List(workspace, terminal);
            }

            if (EvolutionFolder.Find(workspace, wanted) is not { } folder)
            {
                return OfSweep(workspace, wanted, parsed.GetValue(diff) ?? [], terminal, cancel);
            }

            var evolution = folder.Finished();
            return parsed.GetValue(diff) is [var one, var other] ? Diff(workspace, folder, evolution, evolution.Member(one), evolution.Member(other), terminal, cancel)
                : Show(evolution, parsed.GetValue(tree) || parsed.GetValue(family) is not null, parsed.GetValue(family), Math.Max(0, parsed.GetValue(depth)), terminal);
        });
    }

    static ExitCode OfSweep(Workspace workspace, string wanted, string[] diff, Terminal terminal, CancellationToken cancel)
    {
        var folder = SweepFolder.All(workspace).FirstOrDefault(each => each.Id.StartsWith(wanted, StringComparison.Ordinal)) ?? throw EvolveErrors.NoSuchSearch(wanted);
        var variants = new SweepVariants(workspace, folder, terminal.Die);
        var text = diff is [var one, var other] ? variants.Difference(one, other, cancel) : variants.Table();
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(variants.Write));
        }

        terminal.Result(text);
        return ExitCode.Ok;
    }

    static Command Keep(Workspace workspace)
    {
        var id = new Argument<string>("id") { Description = "the evolution", HelpName = "ID" };
        var name = new Argument<string>("name") { Description = "the survivor, or the beginning of its name", HelpName = "NAME" };
        return new Command("keep", "Put a survivor into strategies/evolved. Example: variants keep last 1a2b3c4d") { id, name }.Does((parsed, terminal, cancel) =>
        {
            var folder = EvolutionFolder.Find(workspace, parsed.GetValue(id)!) ?? throw EvolveErrors.NoSuchSearch(parsed.GetValue(id)!);
            var evolution = folder.Finished();
            var kept = new Keeper(workspace, folder, evolution, terminal.Die).Keep(evolution.ChampionNamed(parsed.GetValue(name)!), cancel);
            if (terminal.Json)
            {
                terminal.Document(JsonText.Of(json =>
                {
                    json.WriteStartObject();
                    json.WriteString("file", kept.File);
                    json.WriteString("sealed", kept.Sealed);
                    json.WriteEndObject();
                }));
            }

            terminal.Result($"kept: {kept.File}\nsealed: {kept.Sealed}");
            return ExitCode.Ok;
        });
    }

    static ExitCode List(Workspace workspace, Terminal terminal)
    {
        var all = EvolutionFolder.All(workspace).ToList();
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json =>
            {
                json.WriteStartArray();
                foreach (var each in all)
                {
                    json.WriteStartObject();
                    json.WriteString("id", each.Id);
                    json.WriteBoolean("finished", each.IsFinished);
                    json.WriteNumber("generations", each.Generations);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }));
        }

        terminal.Result(all.Count == 0 ? "No evolution yet. Try: ./run.sh evolve --data EURUSD:ticks --lake data/samples" : string.Join('\n', all.Select(Line)));
        return ExitCode.Ok;
    }

    static string Line(EvolutionFolder folder) => folder.IsFinished && folder.Document() is var done
        ? FormattableString.Invariant($"{folder.Id}: {done.Generations} generations, {done.Champions.Count} survivors of {done.Tried:N0}. {done.Odds}")
        : FormattableString.Invariant($"{folder.Id}: stopped after {folder.Generations} generations; ./run.sh evolve --resume {folder.Id}");

    static ExitCode Show(EvolutionDocument evolution, bool asTree, string? from, int depth, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json => EvolutionOut.Write(json, evolution, [])));
        }

        terminal.Result(asTree ? FamilyTree.Text(evolution, from is null ? null : evolution.Member(from).Name, depth) : Leaderboard.Text(evolution));
        return ExitCode.Ok;
    }

    static ExitCode Diff(
        Workspace workspace, EvolutionFolder folder, EvolutionDocument evolution, FamilyMember one, FamilyMember other, Terminal terminal, CancellationToken cancel)
    {
        var difference = new VariantDifferences(workspace, folder, evolution, terminal.Die).Between(one, other, cancel);
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(difference.Write));
        }

        terminal.Result(difference.ToString());
        return ExitCode.Ok;
    }
}
