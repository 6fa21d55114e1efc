namespace Workbench.Core;

/// <summary>When a bar that events close is complete. It is asked once after each event, and once more while the event goes beyond the bar it closed.</summary>
abstract class BarRule
{
    /// <summary>Whether each bar opens when and where the last one closed; else with the next event.</summary>
    public virtual bool IsGapless => false;

    /// <summary>Whether the bar is complete; a rule of edges cuts it where it ends.</summary>
    public abstract bool Completes(FormingBar bar);

    /// <summary>The rule of a length.</summary>
    /// <param name="instrument">Whose bars: its scales and its tick size make the numbers.</param>
    /// <param name="spec">Their length.</param>
    /// <param name="parts">Into how many parts the bars divide a stored price: 10 for mids, which have a decimal more.</param>
    public static BarRule For(Instrument instrument, BarSpec spec, long parts) => spec.Unit switch
    {
        BarUnit.Ticks => new CountRule(spec.Length),
        BarUnit.Volume => new VolumeRule(spec.Length, instrument.SizeScale),
        BarUnit.Value => new ValueRule(spec.Length, instrument.PriceScale + instrument.SizeScale),
        BarUnit.Range => new RangeRule(spec.Length * instrument.ToRaw(instrument.TickSize) * parts),
        BarUnit.Renko => new RenkoRule(spec.Length * instrument.ToRaw(instrument.TickSize) * parts),
        BarUnit.Imbalance => new ImbalanceRule(spec.Length),
        BarUnit.TickImbalance => new TickImbalanceRule(spec.Length),
        _ => throw new InvalidOperationException($"Bars of {spec} close by the clock."),
    };
}
