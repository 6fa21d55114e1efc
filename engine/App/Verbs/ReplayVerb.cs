using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>replay SESSION</c>: run a recorded session again, and see that it decides the same.</summary>
static class ReplayVerb
{
    public static Command Make(Workspace workspace)
    {
        var session = new Argument<string>("session") { Description = "name of the session, or its folder; latest for the newest", HelpName = "SESSION" };
        return new Command("replay", "Run a recorded session again and compare, byte for byte. Example: replay latest") { session }.Does((parsed, terminal, _) =>
        {
            var folder = SessionFolder.Find(workspace, parsed.GetValue(session)!);
            using var built = BuiltSession.Of(workspace, Replayer.HeaderOf(folder), folder.Path, null, terminal.Die);
            var past = Replayer.Run(folder, built);
            var hash = past.Finish(folder.IsEnded).EventLogHash;
            if (terminal.Json)
            {
                terminal.Document(JsonText.Of(writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("session", folder.Id);
                    writer.WriteNumber("inputs", past.Inputs);
                    writer.WriteBoolean("identical", true);
                    writer.WriteString("eventLogHash", hash);
                    writer.WriteEndObject();
                }));
            }

            terminal.Result(FormattableString.Invariant($"{folder.Id}: {past.Inputs:N0} inputs, replayed to the same decisions byte for byte. EventLogHash {hash}"));
            return ExitCode.Ok;
        });
    }
}
