using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// Asks the sources for what is new of one stream, and has it stored. As often as half of what their budgets have left allows, since others need calls, too;
/// one that rests is left alone. That one fails is said once, and once that it answers again.
/// </summary>
/// <param name="told">What is asked for.</param>
/// <param name="fetch">Asks and stores.</param>
/// <param name="room">Knows the budgets.</param>
/// <param name="from">What was published before is of no interest, UTC nanoseconds.</param>
/// <param name="heard">Up to when all was heard already, UTC nanoseconds.</param>
sealed class NoticePoll(ToldStream told, DataFetch fetch, SourceRoom room, long from, long heard)
{
    /// <summary>News is found a little after its publication: so much is asked for again.</summary>
    const long Overlap = UtcNanos.Hour;

    /// <summary>Part of what a budget has left that a session spends.</summary>
    const double Share = 0.5;

    static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    DateTime? asked;
    long since = Math.Max(from, heard);
    volatile NoticeFigures figures = new(told.Instrument.Symbol, told.Kind, 0, 0, 0, 0, null, "");

    /// <summary>How often to ask, whatever budgets allow; null for as often as they do.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>How many streams ask beside it, itself included.</summary>
    public int Askers { get; init; } = 1;

    /// <summary>Told once when nobody answers any more.</summary>
    public required Action<string> Failed { get; init; }

    /// <summary>Told once when somebody answers again.</summary>
    public required Action<string> Recovered { get; init; }

    /// <summary>How it goes.</summary>
    public NoticeFigures Figures => figures;

    DateTime Now => room.Health.Now;

    /// <summary>Whether it is time to ask: whoever would be asked does not rest, and was left alone long enough.</summary>
    public bool IsDue => told.Asked!.Candidates(WantOf(UtcNanos.From(Now))) is [{ Refusal: null } first, ..] && !first.Health.IsResting(Now)
        && (asked is not { } last || Now - last >= (Every ?? PaceOf(first.Source.Name)));

    /// <summary>Asks once. Whatever comes of it is counted and said, and nothing of it ends a session.</summary>
    public async Task Ask(CancellationToken cancel)
    {
        var now = UtcNanos.From(Now);
        asked = Now;
        try
        {
            var result = await fetch.Run(new FetchRequest(WantOf(now)) { Refresh = true, TakesOver = true }, cancel).ConfigureAwait(false);
            Note(now, result.Missing.IsEmpty ? "" : string.Join(' ', result.Why));
        }
        catch (WorkbenchException busy) when (RouteErrors.WasBusy(busy) || StoreErrors.WasBusy(busy))
        {
            // Somebody else is getting the same now, and what he stores is heard as well.
            return;
        }
        catch (WorkbenchException refusal)
        {
            Note(now, refusal.Message);
        }
    }

    DataWant WantOf(long now) => new(told.Instrument, told.Kind, default, new TimeRange(Math.Min(Math.Max(from, since - Overlap), now - 1), now));

    /// <summary>What is left of each budget, spread over the time until it is renewed.</summary>
    TimeSpan PaceOf(string source) => room.BudgetOf(room.Find(source)).Left()
        .Select(budget => (budget.Renews - Now) / Math.Max(1d, budget.Left * Share / Askers)).Append(Shortest).Max();

    void Note(long now, string trouble)
    {
        var (before, clean) = (figures, VaultRoom.Secrets.Scrub(trouble));
        var isWell = clean.Length == 0;
        since = isWell ? now : since;
        figures = before with
        {
            Asked = before.Asked + 1,
            Failed = before.Failed + (isWell ? 0 : 1),
            Answered = isWell ? UtcNanos.ToDateTime(now) : before.Answered,
            Trouble = clean,
        };
        if (isWell && before.Trouble.Length > 0)
        {
            Recovered($"{told.Words} are heard again");
        }
        else if (!isWell && before.Trouble.Length == 0)
        {
            Failed($"nobody tells the {told.Words} now: {clean} The session goes on, and asks again.");
        }
    }
}
