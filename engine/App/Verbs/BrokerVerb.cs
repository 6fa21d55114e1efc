using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>broker …</c>: which accounts there are, and the keys that open them.</summary>
static class BrokerVerb
{
    public static Command Make() => new("broker", "Keep, list, test and forget the keys of accounts. Example: broker add oanda --name demo --account-number 101-004-1234567-001")
    {
        BrokerAddVerb.Make(),
        List(),
        BrokerTestVerb.Make(),
        Delete(),
    };

    /// <summary>The venue that a call is about.</summary>
    public static Argument<string> Venue() => new("venue") { Description = "which", HelpName = string.Join('|', VenueCatalog.Names) };

    /// <summary>The user's name for the keys.</summary>
    public static Option<string> Name() => new("--name") { Description = "your name for the keys", DefaultValueFactory = _ => AccountAccess.UsualName, HelpName = "NAME" };

    static Command List() => new Command("list", "The accounts whose keys are kept; nothing secret is shown. Example: broker list").Does((_, terminal, _) =>
    {
        var entries = VaultRoom.Open().List();
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("accounts");
                foreach (var entry in entries)
                {
                    writer.WriteStartObject();
                    writer.WriteString("venue", entry.Venue);
                    writer.WriteString("name", entry.Name);
                    writer.WriteString("account", entry.Account);
                    writer.WriteString("environment", entry.Environment);
                    writer.WriteString("store", entry.Store);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }));
        }

        foreach (var entry in entries)
        {
            terminal.Result($"{entry.Venue + "/" + entry.Name,-24} {(entry.Account.Length == 0 ? "(by its key)" : entry.Account),-24} {entry.Environment,-10} {entry.Store}");
        }

        if (entries.Count == 0)
        {
            terminal.Result("no keys are kept. Add some: ./run.sh broker add oanda --name demo --account-number NUMBER; or trade without: --sim");
        }

        return ExitCode.Ok;
    });

    static Command Delete()
    {
        var (venue, name) = (Venue(), Name());
        var yes = new Option<bool>("--yes") { Description = "do not ask" };
        return new Command("delete", "Forget the keys of an account. Example: broker delete oanda --name demo --yes") { venue, name, yes }.Does((parsed, terminal, _) =>
        {
            var (broker, which) = (parsed.GetValue(venue)!, parsed.GetValue(name)!);
            var vault = VaultRoom.Open();
            vault.Find(broker, which);
            if (!parsed.GetValue(yes) && !IsSure(which))
            {
                throw SessionErrors.NotForgotten(broker, which);
            }

            terminal.Result($"forgot {broker}/{which} (in the {string.Join(", ", vault.Remove(broker, which))})");
            return ExitCode.Ok;
        });
    }

    static bool IsSure(string name)
    {
        if (Console.IsInputRedirected)
        {
            return false;
        }

        Console.Error.Write($"The keys are forgotten for good. Type {name} to go on: ");
        return Console.ReadLine()?.Trim() == name;
    }
}
