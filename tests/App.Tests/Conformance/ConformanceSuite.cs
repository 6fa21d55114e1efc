using Workbench.Core;

namespace Workbench.App.Tests.Conformance;

/// <summary>
/// What every broker does, the paper broker included: numbered cases, each a session of its own at a venue of its own. What a venue
/// does not offer it refuses with that reason, and nothing leaves; that is conformance, too. At the end of each case the session holds
/// what the venue says, no order works that nobody remembers, and the journal replays to the same bytes.
/// </summary>
public abstract partial class ConformanceSuite : IAsyncLifetime
{
    internal Bench Bench { get; private set; } = null!;

    internal Seat Seat => Bench.Seat;

    decimal Qty => Bench.Qty;

    decimal Position => Seat.Position;

    internal abstract Bench Make();

    public async Task InitializeAsync()
    {
        Bench = Make();
        await Bench.Open();
    }

    public async Task DisposeAsync()
    {
        try
        {
            await Bench.Check();
        }
        finally
        {
            await Bench.DisposeAsync();
        }
    }

    internal void Until(Func<bool> holds, string what) => Seat.Until(holds, what);

    /// <summary>Sends an order.</summary>
    /// <returns>Whether the venue offers such orders; where it does not, it has been refused for that and nothing has left.</returns>
    internal bool Place(string name, NewOrder order)
    {
        var sent = Sent;
        Seat.Do(self => self.Place(name, order));
        if (IsOffered(order))
        {
            return true;
        }

        Until(() => Seat[name].IsDone, "an order is refused that the venue does not offer");
        Assert.Equal((OrdStatus.Rejected, RejectReason.NotOffered), (Seat[name].Status, Seat[name].RejectReason));
        Assert.Equal(sent, Sent);
        return false;
    }

    /// <summary>Sends an order and waits until the venue has it.</summary>
    internal bool Rest(string name, NewOrder order)
    {
        if (!Place(name, order))
        {
            return false;
        }

        Until(() => Seat[name].Status == OrdStatus.New && Bench.Works(name), $"{name} works at the venue");
        return true;
    }

    /// <summary>Buys at market, so that something is held.</summary>
    internal void Hold(decimal qty)
    {
        Place("held", NewOrder.Market(Side.Buy, qty));
        Ends("held", OrdStatus.Filled);
        Until(() => Position == qty, "it is held");
    }

    /// <summary>Waits for the end of an order.</summary>
    internal Order Ends(string name, OrdStatus how)
    {
        Until(() => Seat[name].IsDone, $"{name} ends");
        Assert.Equal(how, Seat[name].Status);
        return Seat[name];
    }

    /// <summary>Waits for the end of an order of which nothing was filled: venues differ in whether they call it expired, cancelled or refused.</summary>
    internal Order EndsUnfilled(string name)
    {
        Until(() => Seat[name].IsDone, $"{name} ends");
        Assert.Contains(Seat[name].Status, (OrdStatus[])[OrdStatus.Expired, OrdStatus.Canceled, OrdStatus.Rejected]);
        Assert.Equal(0m, Seat[name].CumQty);
        return Seat[name];
    }

    /// <summary>What the trader was told of an order, in order.</summary>
    internal List<ExecType> Told(string name) => [.. Seat.Trader.Heard.Where(heard => heard.Tag == name).Select(heard => heard.What)];

    internal bool Was(string name, ExecType what, RejectReason reason) => Seat.Trader.Heard.Contains((name, what, reason));

    internal void MayTrade() => Until(() => Seat.View.Reasons.Count == 0, "nothing keeps it from trading");

    int Sent => Seat.Commands.Count;

    bool IsOffered(NewOrder order) => Seat.Venue is not { } venue || (venue.OrderTypes.Contains(order.Type)
        && (venue.TimesInForce.Contains(order.TimeInForce) || order.Type == OrderType.Market)
        && (venue.PostOnly || !order.PostOnly) && (venue.ReduceOnly || venue.IsSpot || !order.ReduceOnly) && (venue.Iceberg || order.DisplayQty == 0m));

    /// <summary>Whether working orders can be amended; where not, one that is tried is refused for that and nothing leaves.</summary>
    bool Amends(string name)
    {
        if (Seat.Venue is not { Replace: false })
        {
            return true;
        }

        var sent = Sent;
        Seat.Do(self => self.Amend(name, price: Bench.Below(1)));
        Until(() => Was(name, ExecType.ReplaceRejected, RejectReason.NotOffered), "an amendment is refused that the venue does not offer");
        Assert.Equal(sent, Sent);
        return false;
    }
}
