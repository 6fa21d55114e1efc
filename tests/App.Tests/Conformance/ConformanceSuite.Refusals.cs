using Workbench.Core;

namespace Workbench.App.Tests.Conformance;

/// <summary>Orders that cannot be.</summary>
public abstract partial class ConformanceSuite
{
    [Fact]
    public void C75_A_price_between_two_ticks_is_refused_and_not_sent() =>
        IsRefused(NewOrder.Limit(Side.Buy, Qty, Bench.Below(2) + Bench.Instrument.TickSize / 2), RejectReason.BadPrice);

    [Fact]
    public void C76_A_quantity_between_two_lots_is_refused_and_not_sent() =>
        IsRefused(NewOrder.Market(Side.Buy, Qty + Bench.Instrument.LotStep / 2), RejectReason.BadQuantity);

    [Fact]
    public void C77_A_quantity_below_the_smallest_is_refused_and_not_sent() =>
        IsRefused(NewOrder.Market(Side.Buy, Bench.Instrument.MinQty / 2), RejectReason.BadQuantity);

    [Fact]
    public void C78_A_quantity_above_the_largest_is_refused_and_not_sent() =>
        IsRefused(NewOrder.Limit(Side.Buy, Bench.Instrument.MaxQty + Bench.Instrument.LotStep, Bench.Below(2)), RejectReason.BadQuantity);

    [Fact]
    public void C79_An_order_that_the_money_does_not_carry_is_refused()
    {
        Place("a", NewOrder.Market(Side.Buy, Bench.TooMuch));

        // OANDA takes it and cancels it in one breath: which of the two is heard of first says whether it was refused or cancelled.
        Assert.Equal(RejectReason.InsufficientMargin, EndsUnfilled("a").RejectReason);
        Assert.Equal(0m, Position);
    }

    [Fact]
    public void C80_What_the_session_does_not_trade_cannot_be_ordered()
    {
        var (sent, strange) = (Sent, new Instrument { Symbol = "NOSUCH", BaseCurrency = "XXX", QuoteCurrency = "USD", PriceScale = 2 });
        var order = NewOrder.Market(Side.Buy, Qty) with { Instrument = strange };

        Seat.Do(self => self.Try(it => it.Place("a", order)));

        Assert.NotNull(Seat.Trader.Thrown);
        Assert.Equal(sent, Sent);
    }

    [Fact]
    public void C81_A_limit_without_a_price_is_refused_and_not_sent() => IsRefused(NewOrder.Limit(Side.Buy, Qty, 0m), RejectReason.BadPrice);

    [Fact]
    public void C82_A_refused_order_does_not_keep_the_next_one_out()
    {
        Place("a", NewOrder.Market(Side.Buy, Bench.TooMuch));
        EndsUnfilled("a");

        Hold(Qty);
    }

    [Fact]
    public void C83_An_amendment_to_a_price_between_two_ticks_is_refused_and_not_sent()
    {
        Rest("a", NewOrder.Limit(Side.Buy, Qty, Bench.Below(2)));
        var (price, before, replaced) = (Bench.Below(3) + Bench.Instrument.TickSize / 2, Seat["a"].Price, Replaced);

        Seat.Do(self => self.Amend("a", price: price));

        Until(() => Was("a", ExecType.ReplaceRejected, RejectReason.BadPrice), "the amendment is refused");
        Assert.Equal((before, replaced), (Seat["a"].Price, Replaced));
    }

    int Replaced => Seat.Commands.Count(static command => command.Kind == VenueCommandKind.Replace);

    void IsRefused(NewOrder order, RejectReason why)
    {
        var sent = Sent;

        Seat.Do(self => self.Place("a", order));

        Assert.Equal(why, Ends("a", OrdStatus.Rejected).RejectReason);
        Assert.Equal(sent, Sent);
    }
}
