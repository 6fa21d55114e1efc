namespace Workbench.Research;

/// <summary>Closed trades that share something: a tag, an instrument, a side. Money in account currency.</summary>
public sealed record TradeGroup
{
    /// <summary>What they share.</summary>
    public required string Name { get; init; }

    public required long Wins { get; init; }

    public required long Losses { get; init; }

    /// <summary>Trades that earned exactly nothing.</summary>
    public required long BreakEven { get; init; }

    /// <summary>Net profit of the winners.</summary>
    public required decimal Won { get; init; }

    /// <summary>Net loss of the losers, positive.</summary>
    public required decimal Lost { get; init; }

    /// <summary>What they cost.</summary>
    public required CostTotals Costs { get; init; }

    /// <summary>Largest net profit.</summary>
    public required decimal Best { get; init; }

    /// <summary>Smallest net profit.</summary>
    public required decimal Worst { get; init; }

    public required double AverageHeldSeconds { get; init; }

    public long Count => Wins + Losses + BreakEven;

    public decimal Net => Won - Lost;

    /// <summary>Share of winners; null for an empty group.</summary>
    public double? WinRate => Count == 0 ? null : (double)Wins / Count;

    /// <summary>Money won over money lost; null where nothing was lost.</summary>
    public double? ProfitFactor => Lost == 0m ? null : (double)(Won / Lost);
}
