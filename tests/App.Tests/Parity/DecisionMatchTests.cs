namespace Workbench.App.Tests.Parity;

/// <summary>Two rows of decisions, and why they differ where they do.</summary>
public class DecisionMatchTests
{
    static DecidedOrder Decided(long second, Side side = Side.Buy, decimal qty = 1_000m, OrdStatus status = OrdStatus.Filled, decimal px = 1.1m, RejectReason reason = RejectReason.None) => new(
        second, 0, "EURUSD", side, OrderType.Market, qty, "", second * UtcNanos.Second, status, status == OrdStatus.Filled ? qty : 0m, status == OrdStatus.Filled ? px : 0m, reason);

    static (int Matched, IReadOnlyList<ParityDifference> Differences) Match(DecidedOrder[] session, DecidedOrder[] backtest, bool alike = true)
    {
        var match = new DecisionMatch(5 * UtcNanos.Second, (_, _) => alike);
        return (match.Match(session, backtest), match.Differences);
    }

    [Fact]
    public void Equal_rows_differ_nowhere()
    {
        DecidedOrder[] row = [Decided(1), Decided(60, Side.Sell), Decided(120)];
        var (matched, differences) = Match(row, row);
        Assert.Equal(3, matched);
        Assert.Empty(differences);
    }

    [Fact]
    public void The_same_wish_at_another_price_is_latency()
    {
        var (matched, differences) = Match([Decided(1, px: 1.2m)], [Decided(2)]);
        Assert.Equal(1, matched);
        Assert.Equal(ParityCause.Latency, Assert.Single(differences).Cause);
    }

    [Fact]
    public void What_only_one_of_them_filled_is_the_fill_model_and_so_is_what_follows()
    {
        var (matched, differences) = Match([Decided(1, status: OrdStatus.Canceled), Decided(60, Side.Sell)], [Decided(1)]);
        Assert.Equal(1, matched);
        Assert.Equal([ParityCause.FillModel, ParityCause.FillModel], differences.Select(difference => difference.Cause));
    }

    [Fact]
    public void An_order_that_was_kept_back_is_no_riddle()
    {
        var (_, differences) = Match([Decided(1, status: OrdStatus.Rejected, reason: RejectReason.NotTrading)], [Decided(1)]);
        Assert.Equal(ParityCause.NotTrading, Assert.Single(differences).Cause);
    }

    [Theory]
    [InlineData(true, (int)ParityCause.Unexplained)]
    [InlineData(false, (int)ParityCause.Data)]
    public void A_decision_of_one_alone_is_explained_by_other_prices_or_by_nothing(bool alike, int cause)
    {
        var (matched, differences) = Match([Decided(1)], [], alike);
        Assert.Equal(0, matched);
        Assert.Equal((ParityCause)cause, Assert.Single(differences).Cause);
    }

    [Fact]
    public void Each_decision_has_one_partner_and_the_nearest_one()
    {
        var (matched, differences) = Match([Decided(10), Decided(12)], [Decided(12), Decided(14)]);
        Assert.Equal(2, matched);
        Assert.Empty(differences);
    }
}
