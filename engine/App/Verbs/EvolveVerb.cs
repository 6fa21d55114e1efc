using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>evolve [FILE.csx]</c>: breeds the settings of a script, or whole scripts, and writes the survivors as scripts.</summary>
static class EvolveVerb
{
    public static Command Make(Workspace workspace)
    {
        var options = new EvolveOptions();
        var verb = new Command("evolve", "Breed the settings of a script, or scripts out of nothing, and write the survivors as scripts. Example: evolve --data EURUSD:ticks --generations 20 --keep 1") { options.File };
        foreach (var option in options.All)
        {
            verb.Add(option);
        }

        return verb.Does((parsed, terminal, cancel) =>
        {
            var resumed = options.Resumed(workspace, parsed);
            var asked = options.Request(workspace, parsed, resumed);
            using var line = new ProgressLine(terminal);
            var (folder, evolution) = new Evolving(workspace, asked, progress => line.Show(progress.ToString()), terminal.Die).Run(resumed, cancel);
            var keeper = new Keeper(workspace, folder, evolution, terminal.Die);
            List<KeptScript> kept = [.. evolution.Champions.Take(asked.Keep).Select(champion => keeper.Keep(champion, cancel))];
            line.Dispose();
            SearchesInDatabase.Keep(workspace, evolution, terminal);
            Tell(terminal, evolution, kept);
            return ExitCode.Ok;
        });
    }

    static void Tell(Terminal terminal, EvolutionDocument evolution, List<KeptScript> kept)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json => EvolutionOut.Write(json, evolution, kept.ConvertAll(each => each.File))));
        }

        terminal.Result(Leaderboard.Text(evolution));
        kept.ForEach(each => terminal.Result($"kept: {each.File}\nsealed: {each.Sealed}"));
        terminal.Result($"Try: ./run.sh variants {evolution.Id} --tree, or ./run.sh variants keep {evolution.Id} {evolution.Champions[0].Name}");
    }
}
