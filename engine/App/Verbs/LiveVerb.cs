using System.CommandLine;
using Workbench.Core;

namespace Workbench.App;

/// <summary><c>live FILE.csx --broker V --account A</c>: the same script, its orders sent to a venue.</summary>
static class LiveVerb
{
    public static Command Make(Workspace workspace)
    {
        var broker = new Option<string?>("--broker") { Description = "where orders go; under a promotion it is known", HelpName = string.Join('|', VenueCatalog.Names) };
        var confirm = new Option<string?>("--confirm") { Description = "the account's number, in place of typing it", HelpName = "ACCOUNT" };
        var options = new SessionOptions();
        var verb = new Command("live", "Run a script with real orders. Example, without an account: live strategies/sma-cross.csx --broker oanda --sim --data EURUSD") { broker, confirm };
        options.AddTo(verb);
        return verb.Does((parsed, terminal, cancel) =>
        {
            var promotion = options.Promotion(workspace, parsed, terminal);
            var where = parsed.GetValue(broker) ?? promotion?.Entry.Broker ?? throw CliErrors.Usage("Option '--broker' is required.", "./run.sh live --help");
            if (!VenueCatalog.Names.Contains(where))
            {
                throw SessionErrors.UnknownBroker(where, VenueCatalog.Names);
            }

            var request = options.Request(workspace, parsed, promotion, RunMode.Live, where, where) with { Confirm = parsed.GetValue(confirm) };
            return new SessionRunner(workspace, terminal).Run(request, cancel);
        });
    }
}
