using System.CommandLine;
using Workbench.Core;

namespace Workbench.App;

/// <summary><c>live FILE.csx --broker V --account A</c>: the same script, its orders sent to a venue.</summary>
static class LiveVerb
{
    public static Command Make(Workspace workspace)
    {
        var file = new Argument<string>("file") { Description = "the script", HelpName = "FILE.csx" };
        var broker = new Option<string>("--broker") { Description = "where orders go", HelpName = string.Join('|', VenueCatalog.Names), Required = true };
        var confirm = new Option<string?>("--confirm") { Description = "the account's number, in place of typing it", HelpName = "ACCOUNT" };
        var options = new SessionOptions();
        var verb = new Command("live", "Run a script with real orders. Example, without an account: live strategies/sma-cross.csx --broker oanda --sim --data EURUSD") { file, broker, confirm };
        options.AddTo(verb);
        return verb.Does((parsed, terminal, cancel) =>
        {
            var where = parsed.GetValue(broker)!;
            if (!VenueCatalog.Names.Contains(where))
            {
                throw SessionErrors.UnknownBroker(where, VenueCatalog.Names);
            }

            var request = options.Request(workspace, parsed, parsed.GetValue(file)!, RunMode.Live, where, where) with { Confirm = parsed.GetValue(confirm) };
            return new SessionRunner(workspace, terminal).Run(request, cancel);
        });
    }
}
