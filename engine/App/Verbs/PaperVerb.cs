using System.CommandLine;
using Workbench.Core;

namespace Workbench.App;

/// <summary><c>paper FILE.csx --feed V</c>: the script on live or recorded prices, its orders matched by the engine.</summary>
static class PaperVerb
{
    static readonly IReadOnlyList<string> Feeds = ["lake", .. VenueCatalog.Names, .. QuoteSources.Names];

    public static Command Make(Workspace workspace)
    {
        var feed = new Option<string>("--feed") { Description = "where prices come from: lake, a broker's name, or a source that streams", DefaultValueFactory = _ => "lake", HelpName = string.Join('|', Feeds) };
        var options = new SessionOptions();
        var verb = new Command("paper", "Run a script on prices as they come; orders never leave this machine. Example: paper strategies/sma-cross.csx --feed oanda --sim --data EURUSD") { feed };
        options.AddTo(verb);
        return verb.Does((parsed, terminal, cancel) =>
        {
            var from = parsed.GetValue(feed)!;
            return !Feeds.Contains(from)
                ? throw SessionErrors.UnknownFeed(from, Feeds)
                : new SessionRunner(workspace, terminal).Run(options.Request(workspace, parsed, options.Promotion(workspace, parsed, terminal), RunMode.Paper, from, ""), cancel);
        });
    }
}
