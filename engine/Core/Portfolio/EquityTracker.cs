namespace Workbench.Core;

/// <summary>
/// Follows equity through every event: its highest, its lowest, its deepest fall. With one position open and no currency to
/// convert, equity is a straight line over the mark, so it keeps the two marks beyond which anything would change, and a tick
/// costs two comparisons of integers. Otherwise it looks at every event.
/// </summary>
sealed class EquityTracker(Account account, List<Market> markets, decimal start)
{
    decimal peak = start;
    long peakTime;
    double deepest;
    long accruedTo;
    double leverage;
    double leverageTime;
    long inMarketTime;
    bool inMarket;

    /// <summary>Lowest equity so far.</summary>
    public decimal Min { get; private set; } = start;

    /// <summary>Highest equity so far.</summary>
    public decimal Max => peak;

    /// <summary>Deepest fall so far, as a share of its peak.</summary>
    public Drawdown Deepest { get; private set; }

    /// <summary>Largest leverage at fills and sampling points.</summary>
    public double MaxLeverage { get; private set; }

    /// <summary>Starts the clock of exposure.</summary>
    public void Begin(long time)
    {
        accruedTo = time;
        peakTime = time;
    }

    /// <summary>Shares of time in the market and average leverage since the beginning.</summary>
    public (double TimeInMarket, double AverageLeverage) Averages(long begin)
    {
        var span = (double)(accruedTo - begin);
        return span <= 0d ? (0d, 0d) : (inMarketTime / span, leverageTime / span);
    }

    /// <summary>Takes equity as it is now, and sets the marks at which to look again.</summary>
    public decimal Observe(long time)
    {
        var equity = account.Equity;
        if (equity > peak)
        {
            peak = equity;
            peakTime = time;
        }
        else
        {
            Min = Math.Min(Min, equity);
            var share = (double)((peak - equity) / peak);
            if (share > deepest)
            {
                deepest = share;
                Deepest = new Drawdown(peak - equity, share, peakTime, time);
            }
        }

        Rearm();
        return equity;
    }

    /// <summary>Observes, and carries exposure up to now; for fills and sampling points.</summary>
    public EquityPoint Sample(long time)
    {
        var equity = Observe(time);
        Accrue(time);
        var (gross, net) = account.Exposure();
        inMarket = account.Held.Length > 0;
        leverage = equity > 0m ? (double)(gross / equity) : 0d;
        MaxLeverage = Math.Max(MaxLeverage, leverage);
        return new EquityPoint(time, equity, gross, net);
    }

    void Accrue(long time)
    {
        var elapsed = time - accruedTo;
        accruedTo = time;
        leverageTime += leverage * elapsed;
        inMarketTime += inMarket ? elapsed : 0;
    }

    void Rearm()
    {
        var held = account.Held;
        if (held.Length == 1 && held[0].Conversion.IsNone)
        {
            Arm(held[0]);
            return;
        }

        foreach (var market in markets)
        {
            var matters = market.Position.Direction != 0 || AnyConvertsBy(market);
            (market.MarkBelow, market.MarkAbove) = matters ? (long.MaxValue, long.MinValue) : (long.MinValue, long.MaxValue);
        }
    }

    bool AnyConvertsBy(Market market)
    {
        foreach (var other in account.Held)
        {
            if (other.Conversion.Uses(market))
            {
                return true;
            }
        }

        return false;
    }

    void Arm(Market market)
    {
        foreach (var other in markets)
        {
            (other.MarkBelow, other.MarkAbove) = (long.MinValue, long.MaxValue);
        }

        // Equity reaches a level at the mark (level − balance) / (qty × contract) + average entry.
        var floor = Math.Max(Min, peak * (1m - (decimal)deepest));
        decimal atPeak = MarkAt(market, peak), atFloor = MarkAt(market, floor);
        var (below, above) = market.Position.Direction > 0 ? (atFloor, atPeak) : (atPeak, atFloor);
        market.MarkBelow = ToLong(decimal.Ceiling(below));
        market.MarkAbove = ToLong(decimal.Floor(above));
    }

    /// <summary>The raw mark at which equity is a level; seldom a whole number.</summary>
    decimal MarkAt(Market market, decimal level)
    {
        var (position, contract) = (market.Position, market.Instrument.ContractSize);
        var price = (level - account.Balance + position.Cost * contract) / (position.Qty * contract);
        return Math.Clamp(price, -1e18m, 1e18m) * Scaled.PowerOfTen(market.Instrument.PriceScale);
    }

    static long ToLong(decimal raw) => raw > long.MaxValue ? long.MaxValue : raw < long.MinValue ? long.MinValue : decimal.ToInt64(raw);
}
