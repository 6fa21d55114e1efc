using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>parity SESSION</c>: did live what the backtest does, order by order, and where not, why.</summary>
static class ParityVerb
{
    const int Shown = 20;

    public static Command Make(Workspace workspace)
    {
        var session = new Argument<string>("session") { Description = "name of the session, or its folder; latest for the newest", DefaultValueFactory = _ => "latest", HelpName = "SESSION" };
        var threshold = CommonOptions.Share("--threshold", "share of decisions that both must have made", 0.9m);
        var tolerance = new Option<string>("--tolerance") { Description = "how far apart in time two decisions may be that are the same, in seconds", DefaultValueFactory = _ => "5", HelpName = "SECONDS" };
        var stores = new StoreOptions();
        return new Command("parity", "Hold a session against its replay and its backtest. Example: parity latest --threshold 0.95") { session, threshold, tolerance }.With(stores.All)
            .Does((parsed, terminal, _) =>
            {
                var folder = SessionFolder.Find(workspace, parsed.GetValue(session)!);
                var seconds = CommonOptions.Number("--tolerance", parsed.GetValue(tolerance)!, value => value is >= 0m and <= 86_400m, "seconds from 0 to a day are needed");
                var report = new ParityCheck(workspace, workspace.OpenStore(stores.Place(parsed)), terminal.Die).Of(folder, (long)(seconds * UtcNanos.Second));
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(report.Write));
                }

                Show(report, terminal);
                return report.ReplayIdentical && report.Score >= (double)parsed.GetValue(threshold) ? ExitCode.Ok : ExitCode.CheckFailed;
            });
    }

    static void Show(ParityReport report, Terminal terminal)
    {
        terminal.Result(report.ReplayIdentical ? "replayed: identical, byte for byte" : "replayed: NOT identical. " + report.FirstDifference);
        if (!report.ReplayIdentical)
        {
            return;
        }

        terminal.Result(FormattableString.Invariant($"backtest of the same stretch (prices from {report.Prices}): {report.Matched} of {report.Decisions} decisions are the same, score {report.Score:0.000}"));
        terminal.Result(FormattableString.Invariant(
            $"  differences: {report.Of(ParityCause.Latency)} by latency, {report.Of(ParityCause.FillModel)} by the fill model, {report.Of(ParityCause.Data)} by data, {report.Of(ParityCause.NotTrading)} while not trading, {report.Of(ParityCause.Unexplained)} unexplained"));
        foreach (var difference in report.Differences.Take(Shown))
        {
            terminal.Result("  " + difference);
        }

        if (report.Differences.Count > Shown)
        {
            terminal.Result(FormattableString.Invariant($"  and {report.Differences.Count - Shown} more: --json"));
        }
    }
}
