using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>broker add VENUE</c>: keeps the keys of an account.</summary>
static class BrokerAddVerb
{
    static readonly IReadOnlyList<string> Environments = ["practice", "testnet", "live", AccountAccess.SimEnvironment];

    public static Command Make()
    {
        var (venue, name) = (BrokerVerb.Venue(), BrokerVerb.Name());
        var number = new Option<string?>("--account-number") { Description = "the venue's number of the account, where the key does not say it", HelpName = "NUMBER" };
        var environment = new Option<string?>("--environment") { Description = "which of the venue's environments; real money only where live is typed (default: practice, at Binance testnet)", HelpName = string.Join('|', Environments) };
        var key = new Option<string?>("--key-env") { Description = "environment variable that holds the key (default: asked for unseen, or the first line piped in)", HelpName = "VAR" };
        var secret = new Option<string?>("--secret-env") { Description = "environment variable that holds the secret, where requests are signed (default: asked for unseen, or the lines piped in behind the key)", HelpName = "VAR" };
        var store = new Option<string?>("--store") { Description = "where to keep them (default: the keyring where there is one, else an encrypted file)", HelpName = "keyring|file" };
        return new Command("add", "Keep the keys of an account. Example: broker add oanda --name demo --account-number 101-004-1234567-001 --key-env OANDA_TOKEN")
        {
            venue, name, number, environment, key, secret, store,
        }.Does((parsed, terminal, _) =>
        {
            var broker = parsed.GetValue(venue)!;
            var keys = new VenueKeys
            {
                Venue = Known(broker),
                Name = parsed.GetValue(name)!,
                Account = Account(broker, parsed.GetValue(number)),
                Environment = Environment(broker, parsed.GetValue(environment)),
                Key = SecretInput.Read(parsed.GetValue(key), $"{broker} key: ", toEnd: !VenueCatalog.Signs(broker), "--key-env"),
                Secret = VenueCatalog.Signs(broker) ? SecretInput.Read(parsed.GetValue(secret), $"{broker} secret: ", toEnd: true, "--secret-env") : "",
            };
            var kept = parsed.GetValue(store) ?? VaultRoom.Usual;
            VaultRoom.Open().Store(keys, kept);
            terminal.Result($"kept {keys} in the {kept}. Try it: ./run.sh broker test {broker} --name {keys.Name}");
            return ExitCode.Ok;
        });
    }

    static string Known(string broker) => VenueCatalog.Names.Contains(broker) ? broker : throw SessionErrors.UnknownBroker(broker, VenueCatalog.Names);

    static string Account(string broker, string? number)
    {
        if (number is null && VenueCatalog.AsksForAccount(broker) && !Console.IsInputRedirected)
        {
            Console.Error.Write($"{broker} account number: ");
            number = Console.ReadLine()?.Trim();
        }

        return number is { Length: > 0 } || !VenueCatalog.AsksForAccount(broker) ? number ?? "" : throw SessionErrors.NoAccountNumber(broker);
    }

    /// <summary>Never live by itself.</summary>
    static string Environment(string broker, string? wanted) =>
        wanted is null ? VenueCatalog.Signs(broker) ? "testnet" : "practice"
        : Environments.Contains(wanted) ? wanted
        : throw SessionErrors.UnknownEnvironment(wanted, Environments);
}
