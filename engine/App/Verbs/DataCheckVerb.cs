using System.CommandLine;
using System.Text.Json;
using Workbench.Data.Quality;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>data check</c>: whether stored data are what a market could have done. The verdicts are kept, and every run over them shows them.</summary>
static class DataCheckVerb
{
    public static Command Make(Workspace workspace)
    {
        var what = new Argument<string?>("instrument") { Description = "what to check (default: all that is stored)", HelpName = "INSTRUMENT[:kind]", Arity = ArgumentArity.ZeroOrOne };
        var from = CommonOptions.From();
        var to = CommonOptions.To();
        var against = new Option<string?>("--against") { Description = "compare times and scale with a second source: a lake's folder, a database, or a source or kind of this store", HelpName = "SOURCE|DIR|postgres://…" };
        var stores = new StoreOptions();
        return new Command("check", "Look for gaps, crossed quotes, outliers, wrong scales and times. Example: data check EURUSD --from 2024-03-04 --to 2024-03-09") { what, from, to, against }.With(stores.All)
            .Does((parsed, terminal, cancel) =>
            {
                var store = workspace.OpenStore(stores.Place(parsed));
                var range = CommonOptions.Range(parsed.GetValue(from), parsed.GetValue(to));
                var words = parsed.GetValue(what);
                List<DataCheck> tapes = words is null ? All(store, range) : [DataCheck.Of(store, words)];
                List<QualityReport> reports = [.. tapes.Select(tape => Run(tape, range, Against(workspace, tape, parsed.GetValue(against)), terminal, cancel))];
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json => Write(json, reports, isOne: words is not null)));
                }

                return reports.Any(report => report.Verdict == Verdict.Refused) ? ExitCode.CheckFailed : ExitCode.Ok;
            });
    }

    static List<DataCheck> All(IMarketStore store, TimeRange range) =>
        [.. store.List().Where(entry => range.Overlaps(new TimeRange(entry.Data.From, entry.Data.To))).Select(entry => DataCheck.Of(store, entry)).OfType<DataCheck>()];

    static SecondSource? Against(Workspace workspace, DataCheck tape, string? against) => against is null ? null : SecondSource.Find(workspace, tape, against);

    static QualityReport Run(DataCheck tape, TimeRange range, SecondSource? against, Terminal terminal, CancellationToken cancel)
    {
        var progress = new CountLine(terminal);
        var report = tape.Run(range, against, read =>
        {
            cancel.ThrowIfCancellationRequested();
            progress.Show(read);
        }, notKept: refusal => terminal.Warn($"the verdicts could not be kept: {refusal.Message}"));
        progress.Clear();
        terminal.Result(QualityText.Of(report));
        return report;
    }

    static void Write(Utf8JsonWriter json, List<QualityReport> reports, bool isOne)
    {
        if (isOne)
        {
            QualityText.Write(json, reports[0]);
            return;
        }

        json.WriteStartArray();
        foreach (var report in reports)
        {
            QualityText.Write(json, report);
        }

        json.WriteEndArray();
    }
}
