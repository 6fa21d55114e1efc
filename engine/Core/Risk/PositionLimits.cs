namespace Workbench.Core;

/// <summary>Looks at what is held, as it is now: prices can carry a figure beyond its limit that no order would have been let through to.</summary>
sealed class PositionLimits(Account account)
{
    static readonly List<Order> NoOrders = [];

    /// <summary>Takes the figures of one set of limits.</summary>
    public void Look(LimitSet limits, decimal equity)
    {
        decimal units = 0m, worth = 0m, gross = 0m, net = 0m;
        foreach (var market in account.Held)
        {
            if (limits.Market is null || ReferenceEquals(limits.Market, market))
            {
                var held = Reach.Of(market, NoOrders);
                var counted = limits.Market is null ? held.Gross : held.Most;
                units += counted;
                worth += Exposures.Worth(market, counted);
                gross += Exposures.Worth(market, held.Gross);
                net += Exposures.Signed(market);
            }
        }

        limits.PositionQty?.Look(units);
        limits.PositionNotional?.Look(worth);
        limits.GrossLeverage?.Look(Exposures.Share(gross, equity));
        limits.NetLeverage?.Look(Exposures.Share(Math.Abs(net), equity));
    }
}
