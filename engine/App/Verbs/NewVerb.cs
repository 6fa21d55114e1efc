using System.CommandLine;
using Workbench.Model;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary><c>new NAME</c>: a fresh script in strategies/, which runs as it is.</summary>
static class NewVerb
{
    public static Command Make(Workspace workspace)
    {
        var name = new Argument<string>("name") { Description = "its name, such as my-idea", HelpName = "NAME" };
        return new Command("new", "Write a fresh strategy script. Example: new my-idea") { name }
            .Does((parsed, terminal, _) =>
            {
                var file = Path.Combine(workspace.Root, "strategies", parsed.GetValue(name) + ".csx");
                var shown = workspace.Show(file);
                var text = StrategyTemplate.For(parsed.GetValue(name)!, shown);
                if (File.Exists(file))
                {
                    throw CliErrors.AlreadyThere(shown);
                }

                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json =>
                    {
                        json.WriteStartObject();
                        json.WriteString("file", shown);
                        json.WriteEndObject();
                    }));
                }

                terminal.Result($"{shown} is there. Try: ./run.sh backtest {shown} --data EURUSD:ticks --lake data/samples");
                return ExitCode.Ok;
            });
    }
}
