using Workbench.Core;
using Workbench.Model;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>Holds sessions to what was promoted: whatever differs from the ledger does not begin.</summary>
/// <param name="workspace">Where things are.</param>
/// <param name="tell">Told of what a crash left of the ledger.</param>
/// <param name="stuck">Ends the process when a script neither returns nor can be stopped.</param>
sealed class PromotionGuard(Workspace workspace, Action<string> tell, Action<WorkbenchException> stuck)
{
    const string RealMoney = "live";

    readonly Ledger ledger = new(workspace, tell);

    /// <summary>Looks at a session before anything of it begins.</summary>
    /// <exception cref="WorkbenchException">It is not what was promoted.</exception>
    public void Check(SessionRequest request)
    {
        if (request.Promotion is { } promotion)
        {
            Obey(ledger.Read().Find(promotion.Id).Standing(), request);
        }
        else if (request.Mode == RunMode.Live)
        {
            MeetsNoOther(request);
        }
    }

    /// <summary>Looks at the account that a session is to trade, once its keys are known.</summary>
    /// <param name="request">The session.</param>
    /// <param name="keys">What opens the account.</param>
    /// <param name="isSimulated">Whether a simulator stands in its place.</param>
    /// <exception cref="WorkbenchException">It holds real money and nothing was promoted to it, or it is another one.</exception>
    public static void CheckAccount(SessionRequest request, VenueKeys keys, bool isSimulated)
    {
        if (request.Mode != RunMode.Live || isSimulated)
        {
            return;
        }

        if (request.Promotion is null && keys.Environment == RealMoney)
        {
            throw PromotionErrors.NotPromoted(Path.GetFileName(request.Run.Script), $"{keys.Venue}/{keys.Name}");
        }

        if (request.Promotion is { Entry: var entry } && (entry.Environment != keys.Environment || entry.Account != request.Account))
        {
            throw PromotionErrors.OtherAccount(entry.Promotion, $"{entry.Broker}/{entry.Account} ({entry.Environment})", $"{keys.Venue}/{keys.Name} ({keys.Environment})");
        }
    }

    /// <summary>Looks at the number of the account, once the venue has said it.</summary>
    /// <exception cref="WorkbenchException">It is not the one that was confirmed.</exception>
    public static void CheckNumber(SessionRequest request, VenueKeys keys, string number)
    {
        if (request is { Mode: RunMode.Live, Promotion.Entry: var entry } && entry.Environment == keys.Environment && entry.VenueAccount != number)
        {
            throw PromotionErrors.OtherAccount(entry.Promotion, $"account {entry.VenueAccount}", $"account {number}");
        }
    }

    /// <summary>Writes into the ledger that a session began.</summary>
    public void Started(SessionRequest request, string session)
    {
        if (request.Promotion is { } promotion)
        {
            ledger.Append(book => new LedgerEntry
            {
                Event = LedgerEvent.Started,
                Promotion = book.Find(promotion.Id).Standing().Id,
                To = request.Mode == RunMode.Live ? Rung.Live : Rung.Paper,
                Session = session,
            });
        }
    }

    void Obey(Promotion promotion, SessionRequest request)
    {
        var mode = request.Mode == RunMode.Live ? Rung.Live : Rung.Paper;
        if (promotion.Rung != mode)
        {
            throw PromotionErrors.WrongRung(promotion, mode.ToString().ToLowerInvariant());
        }

        if (request.Run.MoreScripts.Count > 0)
        {
            throw PromotionErrors.OneScriptOnly(promotion.Id);
        }

        if (promotion.Entry.Broker is { } broker && broker != request.Broker)
        {
            throw PromotionErrors.OtherAccount(promotion.Id, broker, request.Broker);
        }

        var differences = RecipeDifferences.OfSession(promotion.Recipe, RecipeOf(request.Run), withMoney: true);
        if (differences.Count > 0)
        {
            throw PromotionErrors.Differs(promotion.Id, differences);
        }
    }

    /// <summary>A script that was promoted does not trade under its own name as something else.</summary>
    void MeetsNoOther(SessionRequest request)
    {
        var path = workspace.Keep(request.Run.Script);
        var promoted = ledger.Read().Active.Where(promotion => promotion.Recipe.Script == path).ToList();
        if (promoted.Count == 0)
        {
            return;
        }

        var now = RecipeOf(request.Run);
        var nearest = promoted.Select(promotion => (promotion.Id, Differences: RecipeDifferences.OfSession(promotion.Recipe, now, withMoney: false)))
            .MinBy(each => each.Differences.Count);
        if (nearest.Differences.Count > 0)
        {
            throw PromotionErrors.DiffersFromPromoted(path, nearest.Id, nearest.Differences);
        }
    }

    RunRecipe RecipeOf(BacktestRequest request)
    {
        using var script = Watchdog.Over(() => new ScriptHost(workspace.ScriptCache).Load(request.Script, request.Class), Watchdog.Patience, stuck);
        return RunRecipe.Of(workspace, request, script, script.Parameters.Read(request.Settings));
    }
}
