namespace Workbench.Data.Conversion;

/// <summary>The way a price is said to have gone through a bar, where events are made of bars. Nobody knows it: it is written down, so that it is the same for all.</summary>
public enum BarPath
{
    /// <summary>Open at the bar's opening, high and low after a third and two thirds of it, close a millisecond before its end.</summary>
    Ohlc,

    /// <summary>The close alone, a millisecond before the bar's end: what whoever decides at the close may know.</summary>
    Close,
}
