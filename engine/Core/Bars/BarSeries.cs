namespace Workbench.Core;

/// <summary>The bars of one timeframe of one market, with the indicators that live on them.</summary>
sealed class BarSeries
{
    readonly Market market;
    readonly BarSpec spec;
    readonly BarBuilder? builder;
    readonly EventBars? bricks;
    Bar closed;
    long storedClose = long.MaxValue;

    BarSeries(Market market, BarSpec spec, BarBuilder? builder, bool isChart, EventBars? bricks = null)
    {
        this.bricks = bricks;
        this.market = market;
        this.spec = spec;
        this.builder = builder;
        IsChart = isChart;
        closed = new Bar
        {
            Instrument = market.Instrument,
            Spec = spec,
            PriceScale = (byte)market.Instrument.PriceScale,
            OpenNanos = 0,
            CloseNanos = 0,
            OpenRaw = 0,
            HighRaw = 0,
            LowRaw = 0,
            CloseRaw = 0,
        };
    }

    /// <summary>Whether it draws the run's chart and the strategy does not see it.</summary>
    public bool IsChart { get; }

    /// <summary>Whose bars.</summary>
    public Market Market => market;

    /// <summary>Which bars.</summary>
    public BarSpec Spec => spec;

    /// <summary>What builds them; null where they are stored ones, or bricks made of those.</summary>
    public BarBuilder? Builder => builder;

    /// <summary>Scripts that asked for them.</summary>
    public StrategyHost[] Listeners { get; private set; } = [];

    /// <summary>Indicators fed with them.</summary>
    public List<Indicator> Indicators { get; } = [];

    /// <summary>When the next one closes; the end of time while none is at hand.</summary>
    public long NextClose => builder?.CloseNanos ?? storedClose;

    /// <summary>The series of a timeframe as the market's data allow it: stored bars as they are, longer ones made of them, or all made of quotes and prints.</summary>
    /// <exception cref="WorkbenchException">The data are bars from which this timeframe cannot be made.</exception>
    public static BarSeries For(Market market, BarSpec spec, bool isChart)
    {
        var stored = market.StoredBars;
        if (stored == default)
        {
            return new BarSeries(market, spec, new BarBuilder(market.Instrument, spec, market.HasQuotes), isChart);
        }

        if (spec.Price != PriceSource.Mid && spec.Price != stored.Price)
        {
            throw RunErrors.TooFine(market.Instrument.Symbol, spec, stored);
        }

        if (spec.Unit == stored.Unit && spec.Length == stored.Length)
        {
            return new BarSeries(market, spec, builder: null, isChart);
        }

        if (spec.Unit == BarUnit.Renko)
        {
            return new BarSeries(market, spec, builder: null, isChart, new EventBars(market.Instrument, spec, fromQuotes: false));
        }

        var divides = spec.IsByTime && stored.Unit == BarUnit.Time && (spec.Unit == BarUnit.Days || spec.Length % stored.Length == 0);
        return divides
            ? new BarSeries(market, spec, new BarBuilder(market.Instrument, spec, fromQuotes: false), isChart)
            : throw RunErrors.TooFine(market.Instrument.Symbol, spec, stored);
    }

    /// <summary>Shows them to a script from now on.</summary>
    public void Listen(StrategyHost seat) => Listeners = Listeners.Contains(seat) ? Listeners : [.. Listeners, seat];

    /// <summary>Takes a stored bar, to be published at its close.</summary>
    public void Store(BarBatch bars, int at)
    {
        var close = bars.CloseTime[at];
        if (bricks is null)
        {
            closed.Become(new TimeRange(bars.OpenTime[at], close), bars.Open[at], bars.High[at], bars.Low[at], bars.Close[at], bars.Volume[at], count: 0);
            storedClose = close;
        }
        else if (bricks.Take(new BarEvent(close, bars.Close[at], bars.Volume[at])))
        {
            closed = bricks.Closed;
            storedClose = close;
        }
    }

    /// <summary>Ends the bar at hand and updates the indicators; the strategy sees it afterwards. False where nothing came into the bar.</summary>
    public bool TryClose()
    {
        storedClose = long.MaxValue;
        if (builder is not null && !builder.TryClose(ref closed))
        {
            return false;
        }

        Show();
        return true;
    }

    /// <summary>The next brick of the same stored bar, where its close went through several. Ask once the one before was shown.</summary>
    public bool TryNext()
    {
        if (bricks is null || !bricks.TryNext())
        {
            return false;
        }

        closed = bricks.Closed;
        Show();
        return true;
    }

    void Show()
    {
        foreach (var indicator in Indicators)
        {
            indicator.Update(in closed);
        }
    }

    /// <summary>The bar that closed last.</summary>
    public ref readonly Bar Closed => ref closed;
}
