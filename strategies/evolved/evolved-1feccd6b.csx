// Evolved1feccd6b: long only on 15m bars, left when its signal is gone, with a trailing stop.
// Written by evolution. Changed by hand it is a script like any other, and no longer its genome's.
//
// Parents        2ebc979f d88da505
// Made by        crossover+subtree
// Run            20261126-062605-evolved-30016, seed 6, generation 9, island 2
// In sample      EURUSD 2024-03-03 22:00:00 to 2024-03-18 02:13:00: return 0.02 %, drawdown 0.04 %, 34 trades, Sharpe 4.29
// Out of sample  EURUSD 2024-03-18 02:13:00 to 2024-03-21 03:06:00: return 0.05 %, drawdown 0.03 %, 9 trades, Sharpe 10.47
// Trials         976
// Genome         1feccd6bf340f1e7b8920f64dead3c77e66ac820f1c5b2aebfedc20f4035f220
//   (genome (frame 15m) (filter true) (entry long (weekday 1)) (protect trailing 14 1.5 0) (exit opposite 0)
//   (size fixed 10000))

public sealed class Evolved1feccd6b : Strategy
{
    [Parameter(1, 1000, Description = "bars of the average true range")] public int AtrBars { get; init; } = 14;
    [Parameter(0.1, 100, Description = "average true ranges that the stop trails behind")] public double TrailInAtr { get; init; } = 1.5;
    [Parameter(Description = "units")] public decimal Qty { get; init; } = 10_000m;
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
        var isMonday = Now.DayOfWeek == DayOfWeek.Monday;

        // Entry
        var isLong = isMonday;
        if (position == 0m && OpenOrders.Count == 0 && isLong)
            Enter();

        // Exit
        if (position != 0m && !isLong)
        {
            CancelAll();
            TargetPosition(0m, tag: "exit");
        }
    }

    void Enter()
    {
        var trail = Trail.Price(Instrument.RoundToTick(TrailInAtr * atr.Value));
        SendBracket(
            NewOrder.Market(Side.Buy, Qty) with { Tag = "entry" },
            NewOrder.TrailingStop(Side.Sell, Qty, trail) with { Tag = "trail" });
    }
}
