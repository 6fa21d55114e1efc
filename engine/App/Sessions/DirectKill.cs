using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// The kill switch without a session: cancels all that works and closes all that is held, straight at the venue, until the venue says that
/// nothing is left. It reads before each round what there is, so that what a hanging session still does meanwhile is undone, too.
/// </summary>
/// <param name="venue">The venue.</param>
/// <param name="instruments">What is looked at.</param>
/// <param name="sells">Whether balances of a spot account are sold: what was there before any session is among them.</param>
/// <param name="say">Told of what failed.</param>
sealed class DirectKill(IVenue venue, IReadOnlyList<Instrument> instruments, bool sells, Action<string> say)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan OneCall = TimeSpan.FromSeconds(5);

    readonly long began = TimeProvider.System.GetTimestamp();
    readonly string key = ClOrdIds.KeyOf(UtcNanos.From(DateTime.UtcNow), Environment.ProcessId);
    int closings;

    /// <summary>What the venue said last; null where it never could be asked.</summary>
    public VenueState? Last { get; private set; }

    /// <summary>Cancellations that were sent.</summary>
    public int Cancelled { get; private set; }

    /// <summary>Closing orders that were sent.</summary>
    public int Closed { get; private set; }

    /// <summary>From the beginning to the last cancellation of the first round.</summary>
    public TimeSpan LastCancel { get; private set; }

    /// <summary>Whether the venue has said that nothing works and nothing is held.</summary>
    public bool IsFlat { get; private set; }

    /// <summary>Goes on until all is flat or patience ends.</summary>
    public async Task Run(TimeSpan patience, CancellationToken cancel)
    {
        while (!await Round(cancel).ConfigureAwait(false) && !IsOnlyBalances && TimeProvider.System.GetElapsedTime(began) < patience)
        {
            await Task.Delay(Pause, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Whether nothing is left but balances that are not to be sold.</summary>
    bool IsOnlyBalances => venue.Capabilities.IsSpot && !sells && Last is { Orders.Count: 0 };

    async Task<bool> Round(CancellationToken cancel)
    {
        IsFlat = false;
        var orders = await Try("orders", stop => venue.OpenOrders(instruments, stop), cancel).ConfigureAwait(false);
        await CancelAll(orders ?? [], cancel).ConfigureAwait(false);
        var account = await Try("positions", stop => venue.Account(instruments, stop), cancel).ConfigureAwait(false);
        var held = account?.Positions.Where(position => position.Qty != 0m).ToList() ?? [];
        await Task.WhenAll(ToClose(held).Select(position => Close(position, cancel))).ConfigureAwait(false);
        if (orders is not null && account is not null)
        {
            Last = new VenueState(orders, account);
            IsFlat = orders.Count == 0 && held.Count == 0;
        }

        return IsFlat;
    }

    /// <summary>At a spot venue two pairs can show the same balance, which is sold once.</summary>
    IEnumerable<VenuePosition> ToClose(IReadOnlyList<VenuePosition> held) =>
        !venue.Capabilities.IsSpot ? held
        : sells ? held.DistinctBy(position => InstrumentOf(position.Symbol).BaseCurrency)
        : [];

    async Task CancelAll(IReadOnlyList<VenueOrder> orders, CancellationToken cancel)
    {
        var sent = orders.Select(order => Try("cancel " + order.VenueOrderId, async stop =>
        {
            Cancelled++;
            return await venue.Cancel(new OrderKey(InstrumentOf(order.Symbol), order.ClOrdId, order.VenueOrderId), stop).ConfigureAwait(false);
        }, cancel)).ToList();
        LastCancel = LastCancel == TimeSpan.Zero && sent.Count > 0 ? TimeProvider.System.GetElapsedTime(began) : LastCancel;
        await Task.WhenAll(sent).ConfigureAwait(false);
    }

    Task Close(VenuePosition held, CancellationToken cancel)
    {
        if (DirectClose.Of(InstrumentOf(held.Symbol), held.Qty, venue.Capabilities, ClOrdIds.Of(key, ++closings)) is not { } order)
        {
            say(FormattableString.Invariant($"{held.Qty} {held.Symbol} is less than the smallest order: it stays."));
            return Task.CompletedTask;
        }

        Closed++;
        return Try("close " + held.Symbol, async stop => await venue.Submit(order, stop).ConfigureAwait(false), cancel);
    }

    Instrument InstrumentOf(string symbol) => instruments.First(instrument => instrument.Symbol == symbol);

    /// <summary>What fails is said and tried again in the next round: each of these may be sent twice.</summary>
    async Task<T?> Try<T>(string what, Func<CancellationToken, Task<T>> call, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(OneCall);
        try
        {
            var answer = await call(patience.Token).ConfigureAwait(false);
            if (answer is SendResult { Outcome: not SendOutcome.Answered } result)
            {
                say($"{what}: {result.Text}");
            }

            return answer;
        }
        catch (Exception failed) when (!cancel.IsCancellationRequested && failed is HttpRequestException or IOException or NotSentException or OperationCanceledException or WorkbenchException)
        {
            say($"{what}: {VaultRoom.Secrets.Scrub(failed.Message)}");
            return default;
        }
    }
}
