// Trend continuation after the London and New York opens, made for gold and US30. Two timeframes: the slow one says where
// the trend points, the fast one when it goes on. One trade a session, with a stop and a target from the moment it is filled.

public sealed class SessionTrend : Strategy
{
    [Parameter(5, 200)] public int TrendFast { get; init; } = 20;
    [Parameter(10, 400)] public int TrendSlow { get; init; } = 50;
    [Parameter(3, 120)] public int BreakBars { get; init; } = 20;
    [Parameter(0.5, 10)] public double StopAtr { get; init; } = 3;
    [Parameter(0.5, 10)] public double TargetR { get; init; } = 2;
    [Parameter(15, 240, Description = "minutes after an open in which a trade may begin")] public int Window { get; init; } = 120;
    [Parameter] public decimal Qty { get; init; } = 1m;
    [Parameter] public BarSpec TrendFrame { get; init; } = Bars.Minutes(15);
    [Parameter] public BarSpec EntryFrame { get; init; } = Bars.Minutes(1);

    Ema trendFast = null!, trendSlow = null!;
    Donchian recent = null!;
    Atr atr = null!;
    decimal high, low, risk;
    DateTime traded;

    public override void OnStart()
    {
        trendFast = Add(new Ema(TrendFast), TrendFrame);
        trendSlow = Add(new Ema(TrendSlow), TrendFrame);
        recent = Add(new Donchian(BreakBars), EntryFrame);
        atr = Add(new Atr(14), EntryFrame);
    }

    public override void OnBar(in Bar bar)
    {
        if (bar.Spec != EntryFrame || !trendSlow.IsReady || !recent.IsReady || !atr.IsReady)
            return;

        var (previousHigh, previousLow) = (high, low);
        (high, low) = (recent.Upper, recent.Lower);
        var open = SessionOpen();
        if (previousHigh == 0m || open == traded || Now < open || Now >= open.AddMinutes(Window) || Position() != 0m)
            return;

        var isUp = trendFast.Value > trendSlow.Value;
        risk = Instrument.RoundToTick(StopAtr * atr.Value);
        if (isUp && bar.Close > previousHigh)
            Enter(Buy(Qty, tag: "up " + Session(open)), open);
        else if (!isUp && bar.Close < previousLow)
            Enter(Sell(Qty, tag: "down " + Session(open)), open);
    }

    public override void OnExecution(Order order, in ExecutionReport report)
    {
        if (report.ExecType != ExecType.Trade)
            return;

        if (order.Type != OrderType.Market)
        {
            // Stop or target is done; the other one has nothing left to protect.
            CancelAll();
            return;
        }

        var reach = Instrument.RoundToTick(TargetR * (double)risk);
        if (Position() > 0m)
        {
            SellStop(Qty, report.LastPx - risk, tag: "stop");
            SellLimit(Qty, report.LastPx + reach, tag: "target");
        }
        else if (Position() < 0m)
        {
            BuyStop(Qty, report.LastPx + risk, tag: "stop");
            BuyLimit(Qty, report.LastPx - reach, tag: "target");
        }
    }

    public override void OnTimer(string name)
    {
        CancelAll();
        TargetPosition(0m, tag: "end of day");
    }

    void Enter(Order entry, DateTime open)
    {
        traded = open;
        SetTimer(TradingDay().Close.AddMinutes(-30), "end of day");
    }

    // Opens are told from the end of the trading day, which is 17:00 in New York: so daylight saving is the calendar's affair.
    DateTime SessionOpen()
    {
        var close = TradingDay().Close;
        var newYork = close.AddHours(-7.5);
        return Now >= newYork ? newYork : close.AddHours(-14);
    }

    string Session(DateTime open) => open == TradingDay().Close.AddHours(-7.5) ? "New York" : "London";
}
