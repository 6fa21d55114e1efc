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

    /// <summary>Units of 0.00000001 of a whole.</summary>
    Share,

    /// <summary>Nothing: a figure as it was written, or none.</summary>
    Figure,

    /// <summary>Nothing: a text.</summary>
    Text,
}
