namespace Workbench.Research;

/// <summary>Running sums over closed trades of one sort. Money in account currency.</summary>
sealed class TradeTally
{
    public long Wins { get; private set; }

    public long Losses { get; private set; }

    public long BreakEven { get; private set; }

    public decimal Won { get; private set; }

    public decimal Lost { get; private set; }

    public CostTotals Costs { get; private set; }

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

        Costs += trade.Costs;
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
        Costs += other.Costs;
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
        Costs = Costs,
        Best = Count == 0 ? 0m : Best,
        Worst = Count == 0 ? 0m : Worst,
        AverageHeldSeconds = Count == 0 ? 0d : HeldSeconds / Count,
    };
}
