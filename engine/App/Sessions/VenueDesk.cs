using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Carries a session's commands to its venue, and what is proven of them back to the Door. Nothing here decides anything.</summary>
sealed class VenueDesk(IVenue venue, IReadOnlyList<Instrument> instruments, Inbox inbox, Action<string> say, Action<VenueCommand, string> giveUp, LatencyMeter latency) : IAsyncDisposable
{
    /// <summary>Shorter than <see cref="LiveTerms.CarryNanos"/>: an outcome is always told before an order could be given up.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    readonly CancellationTokenSource stop = new();
    int running;

    /// <summary>Commands that were sent and have no outcome yet.</summary>
    public int Running => running;

    /// <summary>When the last cancellation left, by the machine's own clock; 0 before.</summary>
    public long LastCancelTimestamp { get; private set; }

    /// <summary>Sends a command; its outcome comes in through the Door.</summary>
    public void Send(VenueCommand command)
    {
        Interlocked.Increment(ref running);
        if (command.Kind == VenueCommandKind.Cancel)
        {
            LastCancelTimestamp = TimeProvider.System.GetTimestamp();
        }

        latency.Left(command);
        _ = Task.Run(() => Carry(command));
    }

    /// <summary>Waits until all that was sent has an outcome: what is on its way must not be cut off with the session.</summary>
    public void Settle(TimeSpan longest) => SpinWait.SpinUntil(() => Volatile.Read(ref running) == 0, longest);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        stop.Dispose();
    }

    async Task Carry(VenueCommand command)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            patience.CancelAfter(Patience);
            var answer = await Answer(command, patience.Token).ConfigureAwait(false);
            latency.Answered(in answer);
            if (answer.Kind == InputKind.Sent)
            {
                LookAt(command, (SendOutcome)answer.C, (string)answer.Body!);
            }

            inbox.Put(answer);
        }
        catch (Exception unknown) when (unknown is not OutOfMemoryException)
        {
            // An adapter that throws has proven nothing.
            say($"{command.Kind} {command.Key.ClOrdId}: {unknown.Message}");
            LookAt(command, SendOutcome.Unknown, unknown.Message);
            inbox.Put(command.Kind switch
            {
                VenueCommandKind.Query => Input.NotFound(command, unknown.Message),
                VenueCommandKind.Audit => Input.NoAudit(command, unknown.Message),
                _ => Input.Sent(command, SendResult.Unknown(unknown.Message)),
            });
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    /// <summary>What never left, and will not be sent again, is kept for a person; so is the cancellation of an order of others, after which nobody asks.</summary>
    void LookAt(VenueCommand command, SendOutcome outcome, string why)
    {
        var isOver = outcome == SendOutcome.NotSent || (outcome == SendOutcome.Unknown && command.ClientOrderId == 0);
        if (isOver && command.Kind is (VenueCommandKind.Submit or VenueCommandKind.Cancel or VenueCommandKind.Replace))
        {
            giveUp(command, why);
        }
    }

    async Task<Input> Answer(VenueCommand command, CancellationToken cancel)
    {
        switch (command.Kind)
        {
            case VenueCommandKind.Submit:
                return Input.Sent(command, await venue.Submit(command.Request!, cancel).ConfigureAwait(false));
            case VenueCommandKind.Cancel:
                return Input.Sent(command, await venue.Cancel(command.Key, cancel).ConfigureAwait(false));
            case VenueCommandKind.Replace:
                return Input.Sent(command, await venue.Replace(command.Key, command.Request!, cancel).ConfigureAwait(false));
            case VenueCommandKind.Query:
                return Input.Found(command, await venue.Query(command.Key, cancel).ConfigureAwait(false));
            default:
                var orders = await venue.OpenOrders(instruments, cancel).ConfigureAwait(false);
                return Input.Audit(command, new VenueState(orders, await venue.Account(instruments, cancel).ConfigureAwait(false)));
        }
    }
}
