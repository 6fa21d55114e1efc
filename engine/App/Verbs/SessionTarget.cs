using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary>How verbs are told which account they are about: by a session that trades there, or by broker and name.</summary>
sealed class SessionTarget
{
    readonly Argument<string?> session = new("session") { Description = "which session (default: the newest)", HelpName = "SESSION", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string?> broker = new("--broker") { Description = "an account in place of a session: where it is", HelpName = string.Join('|', VenueCatalog.Names) };
    readonly Option<string> account = new("--account") { Description = "an account in place of a session: your name for its keys", DefaultValueFactory = _ => AccountAccess.UsualName, HelpName = "NAME" };
    readonly Option<string?> sim = Sim();
    readonly Option<string[]> symbols = Symbols();

    /// <summary>A simulator in place of the venue.</summary>
    public static Option<string?> Sim() => new("--sim")
    {
        Description = "a simulator of the venue on this machine in its place: in this process, or the one at an address", HelpName = "URL", Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The instruments that are meant.</summary>
    public static Option<string[]> Symbols() => new("--data") { Description = "instruments to look at (default: all that the venue lists); may be repeated", HelpName = "SYMBOL" };

    /// <summary>The simulator that was asked for; null for the venue itself.</summary>
    public static string? SimOf(ParseResult parsed, Option<string?> sim) => parsed.GetResult(sim) is { Implicit: false } ? parsed.GetValue(sim) ?? "on" : null;

    /// <summary>Adds what it is told by to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(session);
        AddOptionsTo(verb);
    }

    /// <summary>Adds all but the session, which the verb has already.</summary>
    public void AddOptionsTo(Command verb)
    {
        foreach (var option in (Option[])[broker, account, sim, symbols])
        {
            verb.Add(option);
        }
    }

    /// <summary>The session that was named; null where none was.</summary>
    public string? Session(ParseResult parsed) => parsed.GetValue(session);

    /// <summary>The account that was meant.</summary>
    /// <exception cref="WorkbenchException">Both or neither were named, or the session trades at no venue that can be reached.</exception>
    public VenueTarget Of(Workspace workspace, ParseResult parsed, string? named)
    {
        var wanted = parsed.GetValue(symbols) ?? [];
        if (parsed.GetValue(broker) is { } where)
        {
            return named is null ? new VenueTarget(where, parsed.GetValue(account)!, SimOf(parsed, sim), wanted, null) : throw SessionErrors.NoTarget();
        }

        var folder = SessionFolder.Find(workspace, named ?? "latest");
        var header = Replayer.HeaderOf(folder);
        var place = SimOf(parsed, sim) ?? (header.Sim.Length > 0 ? header.Sim : null);
        return header.Mode != Core.RunMode.Live ? throw SessionErrors.NoVenue(folder.Id)
            : header.Environment == AccountAccess.SimEnvironment && place is null ? throw SessionErrors.SimulatorGone(folder.Id)
            : new VenueTarget(header.Broker, header.Account, place, wanted, folder);
    }
}
