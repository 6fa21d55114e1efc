// Evolved508463fe: long only on 15m bars, left when its signal is gone, with a stop and a target.
// Written by evolution. Changed by hand it is a script like any other, and no longer its genome's.
//
// Parents        103de8a7 752bf029
// Made by        crossover
// Run            20261126-055302-evolved-52cc2d3, seed 6, generation 11, island 2
// In sample      EURUSD 2024-03-03 22:00:00 to 2024-03-18 02:13:00: return 0.14 %, drawdown 0.05 %, 44 trades, Sharpe 10.76
// Out of sample  EURUSD 2024-03-18 02:13:00 to 2024-03-21 03:06:00: return -0.07 %, drawdown 0.12 %, 11 trades, Sharpe -7.49
// Trials         980
// Genome         508463fe0c30a38d1e82dc959d3ab7acb84f64538d99166a912bc59082d77805
//   (genome (frame 15m) (filter true) (entry long london) (protect bracket 26 5 2) (exit opposite 0) (size
//   equity 0.1))

public sealed class Evolved508463fe : Strategy
{
    [Parameter(1, 1000, Description = "bars of the average true range")] public int AtrBars { get; init; } = 26;
    [Parameter(0.1, 100, Description = "average true ranges from entry to stop")] public double StopInAtr { get; init; } = 5;
    [Parameter(0.1, 100, Description = "average true ranges from entry to target")] public double TargetInAtr { get; init; } = 2;
    [Parameter(0.0001, 100, Description = "share of equity that is bought or sold")] public decimal EquityShare { get; init; } = 0.1m;
    [Parameter] public BarSpec Timeframe { get; init; } = Bars.Minutes(15);

    Atr atr = null!;

    public override void OnStart()
    {
        atr = Add(new Atr(AtrBars), Timeframe);
    }

    public override void OnBar(in Bar bar)
    {
        if (!atr.IsReady)
            return;

        var position = Position();
        var day = TradingDay();
        var isLondon = TradingHours.IsLondon(Now, day.Close);

        var isLong = isLondon;
        if (position == 0m && OpenOrders.Count == 0 && isLong)
            Enter(bar);

        if (position != 0m && !isLong)
        {
            CancelAll();
            TargetPosition(0m, tag: "exit");
        }
    }

    void Enter(in Bar bar)
    {
        var qty = Instrument.RoundToLot(Equity * EquityShare / Instrument.ValueOf(1m, bar.Close));
        if (qty <= 0m)
            return;

        var stop = Instrument.RoundToTick((double)bar.Close - StopInAtr * atr.Value);
        var target = Instrument.RoundToTick((double)bar.Close + TargetInAtr * atr.Value);
        SendBracket(
            NewOrder.Market(Side.Buy, qty) with { Tag = "entry" },
            NewOrder.Stop(Side.Sell, qty, stop) with { Tag = "stop" },
            NewOrder.Limit(Side.Sell, qty, target) with { Tag = "target" });
    }
}
