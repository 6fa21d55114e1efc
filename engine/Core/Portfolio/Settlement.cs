namespace Workbench.Core;

/// <summary>One thing that time does to holders of a market: it knows when it is due next, and what it charges or pays then.</summary>
abstract class Settlement(Market market)
{
    /// <summary>Whose holders.</summary>
    public Market Market => market;

    /// <summary>When it is due next; the end of time when no more.</summary>
    public long Next { get; protected set; } = long.MaxValue;

    /// <summary>Why money comes or goes.</summary>
    public abstract CashFlowKind Kind { get; }

    /// <summary>Finds the first instant after the run's first event.</summary>
    public abstract void Begin(long time);

    /// <summary>Money for one unit of a leg at the instant that is due, in settlement currency, positive received, and the rate behind it.</summary>
    public abstract (decimal PerUnit, decimal Rate) Due(bool isLong);

    /// <summary>Moves on to the instant after the one that was due.</summary>
    public abstract void Advance();

    /// <summary>What a unit is worth at the mid, in settlement currency.</summary>
    protected decimal UnitValue => market.Instrument.ValueOf(1m, market.Mid);
}
