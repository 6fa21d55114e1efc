namespace Workbench.Model;

/// <summary>What the integers of a tape's column count.</summary>
public enum ColumnUnit
{
    /// <summary>UTC nanoseconds.</summary>
    Time = 1,

    /// <summary>Units of the instrument's <see cref="Instrument.PriceScale"/>.</summary>
    Price,

    /// <summary>Units of the instrument's <see cref="Instrument.SizeScale"/>. The same few come again and again.</summary>
    Size,

    /// <summary>Themselves: sides, flags, numbers.</summary>
    Whole,

    /// <summary>Nothing: a text, or a figure as it was written.</summary>
    Text,
}
