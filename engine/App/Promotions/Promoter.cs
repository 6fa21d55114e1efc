using Workbench.Core;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>Moves a script up the ladder: tries all gates, then writes into the ledger what came of them, promoted or refused.</summary>
/// <param name="workspace">Where things are.</param>
/// <param name="tried">Told of each gate when it was tried.</param>
/// <param name="tell">Told of what a crash left of the ledger.</param>
/// <param name="stuck">Ends the process when a script neither returns nor can be stopped.</param>
sealed class Promoter(Workspace workspace, Action<Gate> tried, Action<string> tell, Action<WorkbenchException> stuck)
{
    readonly Ledger ledger = new(workspace, tell);

    /// <summary>Tries to promote a run to paper.</summary>
    /// <param name="run">The run, as <c>report</c> takes it.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancel">Ends the try; the ledger then holds nothing of it.</param>
    /// <exception cref="WorkbenchException">There is no such run, or it can be none that is promoted.</exception>
    public PromotionResult Try(string run, PaperOptions options, CancellationToken cancel)
    {
        var (document, recipe) = Load(run);
        recipe = options.Script is { } file ? recipe with { Script = workspace.Keep(file) } : recipe;
        NotTwice(ledger.Read(), recipe, null);
        var gates = new GateList(tried);
        var figures = new PaperGates(workspace, document, recipe, options, stuck, cancel).Try(gates);
        return new PromotionResult(ledger.Append(book =>
        {
            NotTwice(book, recipe, null);
            return new LedgerEntry
            {
                Event = gates.Passed ? LedgerEvent.Promoted : LedgerEvent.Refused,
                To = Rung.Paper,
                Run = document.Identity.RunId,
                EventLogHash = document.EventLogHash,
                Recipe = recipe,
                Data = document.Identity.Data,
                Figures = figures.Count > 0 ? figures : [SampleFigures.Of(document)],
                Gates = gates.All,
            };
        }));
    }

    /// <summary>Tries to promote to live what stands at paper.</summary>
    /// <param name="name">The promotion to paper, or its run.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancel">Ends the try; the ledger then holds nothing of it.</param>
    /// <exception cref="WorkbenchException">Nothing of that name was promoted to paper.</exception>
    public PromotionResult Try(string name, LiveOptions options, CancellationToken cancel)
    {
        var paper = PaperOf(ledger.Read(), name);
        NotTwice(ledger.Read(), paper.Recipe, options);
        var gates = new GateList(tried);
        var live = new LiveGates(workspace, paper, options, stuck, cancel);
        live.Try(gates);
        return new PromotionResult(ledger.Append(book =>
        {
            NotTwice(book, paper.Recipe, options);
            return paper.Entry with
            {
                Event = gates.Passed && book.Find(paper.Id).IsActive ? LedgerEvent.Promoted : LedgerEvent.Refused,
                To = Rung.Live,
                On = paper.Id,
                Gates = gates.All,
                Broker = options.Broker,
                Account = options.Account,
                VenueAccount = live.VenueAccount,
                Environment = live.Environment,
                Session = live.Session,
            };
        }));
    }

    /// <summary>Ends a promotion: no session begins under it any more, nor under what stands on it.</summary>
    /// <param name="name">The promotion.</param>
    /// <param name="why">The reason, for the ledger.</param>
    /// <returns>Its name as the ledger has it, and the sessions that run on under it.</returns>
    /// <exception cref="WorkbenchException">There is none of that name, or it has ended.</exception>
    public (string Promotion, IReadOnlyList<string> Running) Demote(string name, string why)
    {
        var ended = ledger.Append(book =>
        {
            var promotion = book.Find(name).Standing();
            return new LedgerEntry { Event = LedgerEvent.Demoted, Promotion = promotion.Id, To = promotion.Rung, Why = why };
        });
        return (ended.Promotion, [.. ledger.Read().All.Where(promotion => promotion.Id == ended.Promotion || promotion.Entry.On == ended.Promotion)
            .SelectMany(promotion => promotion.Sessions).Where(IsRunning)]);
    }

    bool IsRunning(string session) => new SessionFolder(Path.Combine(workspace.Sessions, session)) is var folder && Directory.Exists(folder.Journal) && folder.IsRunning;

    (RunDocument Document, RunRecipe Recipe) Load(string run)
    {
        var folder = new RunShelf(workspace).Find(run);
        var document = RunFolder.LoadDocument(folder);
        var id = document.Identity.RunId;
        return document.Config.Mode != RunMode.Backtest ? throw PromotionErrors.NotABacktest(id, document.Config.Mode.ToString().ToLowerInvariant())
            : document.Identity.MoreScripts.Count > 0 ? throw PromotionErrors.SeveralScripts(id, [document.Identity.StrategyFile, .. document.Identity.MoreScripts.Select(script => script.File)])
            : (document, RunRecipe.Load(folder) ?? throw PromotionErrors.NoRecipe(id));
    }

    static Promotion PaperOf(PromotionBook book, string name)
    {
        var papers = book.All.Where(promotion => promotion.Rung == Rung.Paper).ToList();
        return papers.FindLast(promotion => promotion.Id.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? papers.FindLast(promotion => promotion.Entry.Run!.StartsWith(name, StringComparison.Ordinal) && promotion.IsActive)
            ?? papers.FindLast(promotion => promotion.Entry.Run!.StartsWith(name, StringComparison.Ordinal))
            ?? throw PromotionErrors.NotAtPaper(name);
    }

    /// <summary>One thing stands once at a rung: at paper, or at an account.</summary>
    static void NotTwice(PromotionBook book, RunRecipe recipe, LiveOptions? live)
    {
        var same = book.Active.FirstOrDefault(promotion => promotion.Entry.Broker == live?.Broker && promotion.Entry.Account == live?.Account
            && promotion.Recipe.Script == recipe.Script && RecipeDifferences.Between(promotion.Recipe, recipe).Count == 0);
        if (same is not null)
        {
            throw PromotionErrors.AlreadyPromoted(same.Id, same.RungName);
        }
    }
}
