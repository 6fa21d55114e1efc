using System.CommandLine;
using Workbench.Model;
using Workbench.Platform.DeadLetters;

namespace Workbench.App;

/// <summary><c>deadletters …</c>: commands that were given up, and another try for those that may have one.</summary>
static class DeadLettersVerb
{
    public static Command Make(Workspace workspace) => new("deadletters", "Look at what could not be delivered, and try it again. Example: deadletters list") { List(workspace), Retry(workspace) };

    static Command List(Workspace workspace) => new Command("list", "What could not be delivered, the oldest first. Example: deadletters list --json").Does((_, terminal, _) =>
    {
        var letters = LetterRoom.Open(workspace).List();
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("letters");
                foreach (var letter in letters)
                {
                    writer.WriteStartObject();
                    writer.WriteString("id", letter.Id);
                    writer.WriteString("kind", letter.Kind);
                    writer.WriteString("when", UtcNanos.ToIso(UtcNanos.From(letter.When)));
                    writer.WriteString("to", letter.To);
                    writer.WriteString("why", letter.Why);
                    writer.WriteString("body", letter.Body);
                    writer.WriteNumber("tries", letter.Tries);
                    writer.WriteBoolean("mayBeRepeated", DeadCommand.Read(letter.Body) is { MayBeRepeated: true });
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }));
        }

        foreach (var letter in letters)
        {
            terminal.Result($"{letter.Id}  {UtcNanos.ToIso(UtcNanos.From(letter.When))}  to {letter.To}: {DeadCommand.Read(letter.Body)?.ToString() ?? letter.Body}");
            terminal.Result(FormattableString.Invariant($"    {letter.Why} (tried {letter.Tries} times)"));
        }

        if (letters.Count == 0)
        {
            terminal.Result("nothing was given up");
        }

        return ExitCode.Ok;
    });

    static Command Retry(Workspace workspace)
    {
        var id = new Argument<string>("id") { Description = "which, as list shows it; all for every one that may be tried again", HelpName = "ID|all" };
        return new Command("retry", "Try again to deliver: cancellations go out anew, orders never do. Example: deadletters retry all") { id }.Does((parsed, terminal, cancel) =>
        {
            var box = LetterRoom.Open(workspace);
            var wanted = parsed.GetValue(id)!;
            if (wanted != "all" && box.List().FirstOrDefault(letter => letter.Id == wanted) is { } one && DeadCommand.Read(one.Body) is not { MayBeRepeated: true })
            {
                throw SessionErrors.NotSentAgain(one.Id);
            }

            var ids = wanted == "all" ? [.. box.List().Where(letter => DeadCommand.Read(letter.Body) is { MayBeRepeated: true }).Select(letter => letter.Id)] : (List<string>)[wanted];
            var failed = ids.Count(letter => !Again(box, letter, terminal, cancel).GetAwaiter().GetResult());
            terminal.Result(FormattableString.Invariant($"{ids.Count - failed} of {ids.Count} were delivered"));
            return failed == 0 ? ExitCode.Ok : throw SessionErrors.NotDelivered(failed);
        });
    }

    /// <summary>Takes a letter and tries it; what fails again is kept anew.</summary>
    static async Task<bool> Again(DeadLetterBox box, string id, Terminal terminal, CancellationToken cancel)
    {
        var letter = box.Take(id);
        var command = DeadCommand.Read(letter.Body)!;
        var why = "it was broken off";
        try
        {
            var sent = await new VenueTarget(command.Broker, command.Account, command.Sim.Length > 0 ? command.Sim : null, [command.Symbol], null).Do(async (connection, _) =>
            {
                var instruments = await connection.Venue.Instruments([command.Symbol], cancel).ConfigureAwait(false);
                return await connection.Venue.Cancel(new OrderKey(instruments[0], command.ClOrdId, command.VenueOrderId), cancel).ConfigureAwait(false);
            }).ConfigureAwait(false);
            terminal.Progress($"{id}: {command}: {sent.Outcome}{(sent.Text.Length > 0 ? $" ({sent.Text})" : "")}");
            why = sent.Outcome == SendOutcome.Answered ? "" : sent.Text;
        }
        catch (WorkbenchException refused)
        {
            terminal.Progress($"{id}: {command}: {refused.Message}");
            why = refused.Message;
        }
        finally
        {
            if (why.Length > 0)
            {
                box.Add(letter.Kind, letter.To, why, letter.Body, letter.Tries + 1);
            }
        }

        return why.Length == 0;
    }
}
