namespace Workbench.Core;

/// <summary>Interest over night: due at each cut-off that charges a night.</summary>
sealed class SwapSettlement(Market market, SwapTable table) : Settlement(market)
{
    int at = -1;
    int nights;

    public override CashFlowKind Kind => CashFlowKind.Swap;

    public override void Begin(long time) => MoveTo(time);

    public override void Advance() => MoveTo(Next);

    public override (decimal PerUnit, decimal Rate) Due(bool isLong)
    {
        while (at + 1 < table.Rates.Count && table.Rates[at + 1].From <= Next)
        {
            at++;
        }

        if (at < 0)
        {
            throw RunErrors.NoRateInForce("swap", Market.Instrument.Symbol, Next);
        }

        var rate = nights * (isLong ? table.Rates[at].Long : table.Rates[at].Short);
        return (rate * Unit, rate);
    }

    /// <summary>What a rate of one is for one unit, in settlement currency.</summary>
    decimal Unit => table.Unit switch
    {
        SwapUnit.Points => Market.Instrument.TickValue,
        SwapUnit.Money => 1m / table.LotSize,
        _ => UnitValue / table.DaysInYear,
    };

    void MoveTo(long time)
    {
        Next = time;
        do
        {
            Next = table.CutOff.TradingDay(Next).To;

            // The cut-off belongs to the day that it ends.
            nights = table.Nights[(int)UtcNanos.ToDateTime(Next - 1).DayOfWeek];
        }
        while (nights == 0);
    }
}
