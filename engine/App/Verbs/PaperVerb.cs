using System.CommandLine;
using Workbench.Core;

namespace Workbench.App;

/// <summary><c>paper FILE.csx --feed V</c>: the script on live or recorded prices, its orders matched by the engine.</summary>
static class PaperVerb
{
    public static Command Make(Workspace workspace)
    {
        var feed = new Option<string>("--feed") { Description = "where prices come from: lake, or a broker's name", DefaultValueFactory = _ => "lake", HelpName = "lake|oanda|…" };
        var options = new SessionOptions();
        var verb = new Command("paper", "Run a script on prices as they come; orders never leave this machine. Example: paper strategies/sma-cross.csx --feed oanda --sim --data EURUSD") { feed };
        options.AddTo(verb);
        return verb.Does((parsed, terminal, cancel) =>
        {
            var from = parsed.GetValue(feed)!;
            return from != "lake" && !VenueCatalog.Names.Contains(from)
                ? throw SessionErrors.UnknownFeed(from, ["lake", .. VenueCatalog.Names])
                : new SessionRunner(workspace, terminal).Run(options.Request(workspace, parsed, options.Promotion(workspace, parsed, terminal), RunMode.Paper, from, ""), cancel);
        });
    }
}
