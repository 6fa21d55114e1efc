using System.CommandLine;
using Workbench.Data.Lake;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Compare;

namespace Workbench.App;

/// <summary><c>compare RUN RUN…</c> and <c>compare SEARCH</c>: one page with the odds of luck, figures side by side, curves laid over each other.</summary>
static class CompareVerb
{
    public static Command Make(Workspace workspace)
    {
        var names = new Argument<string[]>("names") { Description = "two or more runs or sessions, or a sweep or an evolution", HelpName = "RUN|SESSION|SEARCH", Arity = new ArgumentArity(1, CompareDocument.MostRuns) };
        var split = new Option<string?>("--split") { Description = "the instant up to which was chosen, or a share of the time (default 0.7)", HelpName = "DATE|SHARE" };
        var top = new Option<int>("--top") { Description = "variants of a search that get a column", DefaultValueFactory = _ => new CompareTerms().Top, HelpName = "N" };
        top.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var count) || count is < 1 or > CompareDocument.MostRuns))
            {
                result.AddError(FormattableString.Invariant($"--top {result.Tokens[0].Value}: 1 to {CompareDocument.MostRuns} are needed."));
            }
        });
        var sessions = new Option<bool>("--sessions") { Description = "add the paper and live sessions of the same scripts" };
        var seed = CommonOptions.Seed();
        var stores = new StoreOptions();
        var output = new Option<string?>("--out") { Description = "the page (default: data/runs/compare.html)", HelpName = "FILE" };
        return new Command("compare", "Lay runs side by side, or a search's variants, on one page. Example: compare last 20261121-1") { names, split, top, sessions, seed, output }.With(stores.All)
            .Does((parsed, terminal, _) =>
            {
                var options = Comparing.WithSplit(new CompareTerms { Top = parsed.GetValue(top), Seed = parsed.GetValue(seed) }, parsed.GetValue(split));
                var document = new Comparing(workspace, stores.Place(parsed), terminal.Die).Of(parsed.GetValue(names)!, parsed.GetValue(sessions), options);
                var page = Save(document, parsed.GetValue(output) ?? Path.Combine(workspace.Runs, "compare.html"));
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json =>
                    {
                        json.WriteStartObject();
                        json.WriteString("page", workspace.Show(page));
                        CompareJson.WriteFields(json, document);
                        json.WriteEndObject();
                    }));
                }

                terminal.Result(CompareText.Of(document));
                terminal.Result("compare: " + workspace.Show(page));
                return ExitCode.Ok;
            });
    }

    /// <summary>Puts a page in its place, whole.</summary>
    public static string Save(CompareDocument document, string page)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(page))!);
        using var file = new AtomicFile(page);
        ComparePage.Write(file.Stream, document);
        file.Commit();
        return page;
    }
}
