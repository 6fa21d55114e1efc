namespace Workbench.Research;

/// <summary>Running sums over closed trades of one sort. Money in account currency.</summary>
sealed class TradeTally
{
    public long Wins { get; private set; }

    public long Losses { get; private set; }

    public long BreakEven { get; private set; }

    public decimal Won { get; private set; }

    public decimal Lost { get; private set; }

    public decimal Commission { get; private set; }

    public decimal Spread { get; private set; }

    public decimal Slippage { get; private set; }

    public decimal Best { get; private set; } = decimal.MinValue;

    public decimal Worst { get; private set; } = decimal.MaxValue;

    public double HeldSeconds { get; private set; }

    public long Count => Wins + Losses + BreakEven;

    public void Add(in RoundTrip trade, decimal net)
    {
        switch (net)
        {
            case > 0m:
                Wins++;
                Won += net;
                break;
            case < 0m:
                Losses++;
                Lost -= net;
                break;
            default:
                BreakEven++;
                break;
        }

        Commission += trade.Commission;
        Spread += trade.SpreadCost;
        Slippage += trade.SlippageCost;
        Best = Math.Max(Best, net);
        Worst = Math.Min(Worst, net);
        HeldSeconds += trade.HeldNanos / (double)UtcNanos.Second;
    }

    public void Add(TradeTally other)
    {
        Wins += other.Wins;
        Losses += other.Losses;
        BreakEven += other.BreakEven;
        Won += other.Won;
        Lost += other.Lost;
        Commission += other.Commission;
        Spread += other.Spread;
        Slippage += other.Slippage;
        Best = Math.Max(Best, other.Best);
        Worst = Math.Min(Worst, other.Worst);
        HeldSeconds += other.HeldSeconds;
    }

    public TradeGroup Named(string name) => new()
    {
        Name = name,
        Wins = Wins,
        Losses = Losses,
        BreakEven = BreakEven,
        Won = Won,
        Lost = Lost,
        Costs = new CostTotals(Commission, Spread, Slippage, 0m),
        Best = Count == 0 ? 0m : Best,
        Worst = Count == 0 ? 0m : Worst,
        AverageHeldSeconds = Count == 0 ? 0d : HeldSeconds / Count,
    };
}
