namespace Workbench.Core;

/// <summary>
/// Follows equity through every event: its highest, its lowest, its deepest fall. With one position open and no currency to
/// convert, equity is a straight line over the mark, so it keeps the two marks beyond which anything would change, and a tick
/// costs two comparisons of integers. Otherwise it looks at every event. The venue's margin levels are among those marks.
/// </summary>
sealed class EquityTracker(Account account, List<Market> markets, Margin margin, MarginWatch watch, RiskWatch risk)
{
    decimal peak;
    long peakTime;
    double deepest;
    decimal shallow;
    (Market? Market, decimal Qty, decimal Cost, decimal Balance, bool IsCalled) armed;
    long accruedTo;
    double leverage;
    double leverageTime;
    long inMarketTime;
    bool inMarket;

    /// <summary>Lowest equity so far.</summary>
    public decimal Min { get; private set; }

    /// <summary>Highest equity so far.</summary>
    public decimal Max => peak;

    /// <summary>Deepest fall so far, as a share of its peak.</summary>
    public Drawdown Deepest { get; private set; }

    /// <summary>Largest leverage at fills and sampling points.</summary>
    public double MaxLeverage { get; private set; }

    /// <summary>Equity at the start.</summary>
    public decimal Start { get; private set; }

    /// <summary>Starts the clock of exposure, and the extremes with what the account is worth.</summary>
    public void Begin(long time, decimal equity)
    {
        Start = peak = Min = equity;
        accruedTo = time;
        peakTime = time;
        risk.Begin(time, equity);
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
            armed = default;
        }
        else if (equity < Min || peak - equity > shallow)
        {
            Fall(equity, time);
        }

        watch.Look(equity, time);
        risk.Look(equity, peak, time);
        Rearm();
        return equity;
    }

    void Fall(decimal equity, long time)
    {
        Min = Math.Min(Min, equity);
        var share = (double)((peak - equity) / peak);
        if (share > deepest)
        {
            deepest = share;
            Deepest = new Drawdown(peak - equity, share, peakTime, time);

            // Peaks only rise, so that less money is never a larger share; a hair less, since shares are rounded.
            shallow = Deepest.Money * 0.999999999m;
            Lower();
        }
        else
        {
            armed = default;
        }
    }

    /// <summary>
    /// The deepest fall is at the mark of now, and only from beyond it can it be deeper; no other mark has moved. A losing account
    /// comes here tick by tick, and to find both marks anew takes divisions. Whatever else has changed is seen as ever, by what they are made of.
    /// </summary>
    void Lower()
    {
        if (armed.Market is not { } market || margin.IsAsked)
        {
            armed = default;
        }
        else if (market.Position.Direction > 0)
        {
            market.MarkBelow = market.MarkRaw;
        }
        else
        {
            market.MarkAbove = market.MarkRaw;
        }
    }

    /// <summary>Observes, and carries exposure up to now; for fills and sampling points.</summary>
    public EquityPoint Sample(long time)
    {
        risk.LookWhole();
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
        if (!risk.WatchesPrices && held.Length == 1 && held[0].Conversion.IsNone && held[0].Position.IsLine && account.Cash.IsSimple)
        {
            ArmOnce(held[0]);
            return;
        }

        armed = default;
        foreach (var market in markets)
        {
            var matters = market.Position.Direction != 0 || market.Position.IsHedged || AnyConvertsBy(market);
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

        return account.Cash.Uses(market);
    }

    /// <summary>The marks stay where they are until what they are made of has changed: an extreme, the position, the balance.</summary>
    void ArmOnce(Market market)
    {
        var by = (market, market.Position.Qty, market.Position.Cost, account.Balance, watch.IsCalled);
        if (armed != by)
        {
            Arm(market);
            armed = by;
        }
    }

    void Arm(Market market)
    {
        foreach (var other in markets)
        {
            (other.MarkBelow, other.MarkAbove) = (long.MinValue, long.MaxValue);
        }

        var levels = new MarkLevels(market, account.Balance);
        var floor = Math.Max(Min, peak * (1m - (decimal)deepest));
        decimal atPeak = levels.AtEquity(peak), atFloor = levels.AtEquity(floor);
        var isLong = market.Position.Direction > 0;
        var (below, above) = isLong ? (atFloor, atPeak) : (atPeak, atFloor);
        market.MarkBelow = MarkLevels.ToLong(decimal.Ceiling(below));
        market.MarkAbove = MarkLevels.ToLong(decimal.Floor(above));
        if (margin.IsAsked && margin.RatesOf(market) is { } rates)
        {
            Arm(market, isLong, levels.AtMargin(rates.Maintenance), isReached: false);
            Arm(market, isLong, levels.AtMargin(rates.Initial * margin.CallLevel), watch.IsCalled);
        }
    }

    /// <summary>Looks again at a margin level: when the mark comes to it, or, once it has, when the mark leaves it.</summary>
    static void Arm(Market market, bool isLong, decimal? level, bool isReached)
    {
        if (level is not { } mark)
        {
            return;
        }

        // Reached means at the level or beyond, and the marks say below or above: hence the one.
        if (isLong != isReached)
        {
            market.MarkBelow = Math.Max(market.MarkBelow, MarkLevels.ToLong(isLong ? decimal.Floor(mark) + 1m : decimal.Ceiling(mark)));
        }
        else
        {
            market.MarkAbove = Math.Min(market.MarkAbove, MarkLevels.ToLong(isLong ? decimal.Floor(mark) : decimal.Ceiling(mark) - 1m));
        }
    }
}
