using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// What is done when a session breaks off, because its script failed or its journal cannot be written: what works of its orders is cancelled.
/// Positions stand. The session itself is asked no more: it may be half way through a thought.
/// </summary>
sealed class WayOut(IVenue venue, BuiltSession built, Terminal terminal, Workspace workspace)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Cancels all orders of the session that the venue lists.</summary>
    public async Task CancelOurs()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var open = await venue.OpenOrders(built.Priced, patience.Token).ConfigureAwait(false);
            var ours = open.Where(order => ClOrdIds.TryRead(built.Header.Key, order.ClOrdId, out _)).ToList();
            await Task.WhenAll(ours.Select(order => Cancel(order, patience.Token))).ConfigureAwait(false);
            terminal.Warn(FormattableString.Invariant($"the session broke off: {ours.Count} orders that still worked were cancelled; positions stand"));
        }
        catch (Exception silent) when (silent is HttpRequestException or IOException or NotSentException or OperationCanceledException or WorkbenchException)
        {
            terminal.Warn($"the session broke off, and {built.Header.Broker} could not be asked what still works ({VaultRoom.Secrets.Scrub(silent.Message)}): ./run.sh kill {built.Header.Id} --direct");
        }
    }

    /// <summary>Whether the venue says that nothing works and nothing is held; false also where it cannot be asked.</summary>
    public async Task<bool> IsFlat()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var open = await venue.OpenOrders(built.Priced, patience.Token).ConfigureAwait(false);
            var account = await venue.Account(built.Priced, patience.Token).ConfigureAwait(false);
            return open.Count == 0 && account.Positions.All(position => position.Qty == 0m);
        }
        catch (Exception silent) when (silent is HttpRequestException or IOException or NotSentException or OperationCanceledException or WorkbenchException)
        {
            return false;
        }
    }

    async Task Cancel(VenueOrder order, CancellationToken cancel)
    {
        var key = new OrderKey(built.Instruments.First(instrument => instrument.Symbol == order.Symbol), order.ClOrdId, order.VenueOrderId);
        var sent = await venue.Cancel(key, cancel).ConfigureAwait(false);
        if (sent.Outcome != SendOutcome.Answered)
        {
            LetterRoom.Keep(workspace, terminal, DeadCommand.Of(built.Header, new VenueCommand(VenueCommandKind.Cancel, 0, 0) { Key = key }), sent.Text);
        }
    }
}
