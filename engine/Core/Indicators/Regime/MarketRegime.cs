namespace Workbench.Core;

/// <summary>
/// The state of a market, from bar to bar: its trend by Wilder's directional movement (1978), its volatility by the average true range in percent of
/// the close against the mean of the last bars'. <see cref="Indicator.Value"/> is the trend: +1 up, 0 range, −1 down.
/// </summary>
public sealed class MarketRegime : Indicator
{
    readonly RegimeTerms terms;
    readonly Adx strength;
    readonly Natr range;
    readonly Rolling<Total> usual;

    /// <summary>A regime by the usual borders.</summary>
    public MarketRegime()
        : this(new RegimeTerms())
    {
    }

    /// <summary>A regime by borders of one's own.</summary>
    /// <exception cref="ArgumentException">A state would be left before it is entered.</exception>
    public MarketRegime(RegimeTerms terms)
    {
        if (!terms.IsOrdered)
        {
            throw new ArgumentException("A state is left where it would be entered again, or before: see the ranges of RegimeTerms.", nameof(terms));
        }

        this.terms = terms;
        strength = new Adx(terms.Length);
        range = new Natr(terms.Length);
        usual = new Rolling<Total>(terms.UsualLength);
    }

    /// <summary>Where the market is going.</summary>
    public TrendState Trend { get; private set; }

    /// <summary>How much it moves.</summary>
    public VolatilityState Volatility { get; private set; }

    /// <summary>Trend strength, 0 to 100; NaN before it is known.</summary>
    public double Strength => strength.Value;

    /// <summary>Volatility over what it is used to; NaN before that is known.</summary>
    public double VolatilityRatio { get; private set; } = double.NaN;

    /// <inheritdoc/>
    public override bool IsReady => strength.IsReady && !double.IsNaN(VolatilityRatio);

    /// <inheritdoc/>
    public override double Value => IsReady ? (double)Trend : double.NaN;

    /// <inheritdoc/>
    public override void Update(in Bar bar)
    {
        strength.Update(in bar);
        range.Update(in bar);
        if (strength.IsReady)
        {
            Trend = NextTrend();
        }

        if (range.IsReady)
        {
            Compare(range.Value);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"Regime({terms.Length},{terms.UsualLength})");

    TrendState NextTrend()
    {
        var way = strength.Plus > strength.Minus ? TrendState.Up : strength.Plus < strength.Minus ? TrendState.Down : TrendState.Range;
        return strength.Value >= terms.TrendFrom ? way

            // A trend lives on down to its lower border, but not the other way round.
            : strength.Value >= terms.TrendUntil && Trend == way ? Trend
            : TrendState.Range;
    }

    void Compare(double volatility)
    {
        var sum = usual.Add(Total.Of(volatility));
        if (!usual.IsFull)
        {
            return;
        }

        // Where nothing moved for so long, nothing is what is usual.
        var mean = sum.Mean;
        VolatilityRatio = mean == 0d ? 1d : volatility / mean;
        Volatility = Volatility switch
        {
            VolatilityState.High when VolatilityRatio >= terms.HighUntil => VolatilityState.High,
            VolatilityState.Low when VolatilityRatio <= terms.LowUntil => VolatilityState.Low,
            _ => VolatilityRatio >= terms.HighFrom ? VolatilityState.High : VolatilityRatio <= terms.LowFrom ? VolatilityState.Low : VolatilityState.Normal,
        };
    }
}
