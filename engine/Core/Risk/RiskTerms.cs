namespace Workbench.Core;

/// <summary>
/// What the trader allows himself, in every mode. The default allows everything. Orders that would pass a limit are refused; where a
/// figure passes one by itself, the limit's action is taken. What only makes a position smaller always passes.
/// </summary>
/// <remarks>Where a limit names no action: limits on orders warn (and refuse), losses close, all else blocks entries.</remarks>
public sealed record RiskTerms
{
    /// <summary>Everything is allowed.</summary>
    public static RiskTerms None { get; } = new();

    /// <summary>Limits of each instrument.</summary>
    public RiskLimits Each { get; init; } = RiskLimits.None;

    /// <summary>Limits by symbol, where they differ from <see cref="Each"/>; what one leaves open is taken from there.</summary>
    public IReadOnlyDictionary<string, RiskLimits> Of { get; init; } = new Dictionary<string, RiskLimits>();

    /// <summary>Limits of all instruments together.</summary>
    public RiskLimits InAll { get; init; } = RiskLimits.None;

    /// <summary>Portfolio heat: what is lost if every stop is hit, as a share of equity. A position without a stop counts with all its value.</summary>
    public RiskLimit? Heat { get; init; }

    /// <summary>Loss since the trading day of the first instrument began, as a share of equity at its beginning.</summary>
    public RiskLimit? DailyLoss { get; init; }

    /// <summary>Fall from the highest equity, as a share of it.</summary>
    public RiskLimit? Drawdown { get; init; }

    /// <summary>How the portfolio is measured as a whole, and what that may come to. Default null: it is not measured.</summary>
    public PortfolioTerms? Portfolio { get; init; }

    /// <summary>Which script may open positions in which state of the market. Default null: each in all.</summary>
    public RotationTerms? Rotation { get; init; }

    /// <summary>Which entries are let out at all, for studies that leave some out. Default null: all.</summary>
    public EntryTerms? Entries { get; init; }

    /// <summary>Whether everything is allowed.</summary>
    public bool IsNone => Each.IsNone && InAll.IsNone && Of.Count == 0
        && this is { Heat: null, DailyLoss: null, Drawdown: null, Portfolio: null, Rotation: null, Entries: null };

    /// <summary>The limits of an instrument.</summary>
    public RiskLimits For(Instrument instrument) => Of.TryGetValue(instrument.Symbol, out var own) ? own.Or(Each) : Each;
}
