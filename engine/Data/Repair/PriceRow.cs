namespace Workbench.Data.Repair;

/// <summary>
/// A bar as a vendor of adjusted prices gives it, with what happened to the share on its first instant. Figures are doubles: what repairs
/// look at are ratios and estimates. A price that the vendor left out is NaN.
/// </summary>
public sealed record PriceRow
{
    /// <summary>Opening of the bar, UTC nanoseconds.</summary>
    public required long Time { get; init; }

    /// <summary>The day it belongs to, as its exchange names it.</summary>
    public DateOnly Date { get; init; }

    /// <summary>First price, in the quote currency, adjusted for splits and not for dividends; as are all four.</summary>
    public required double Open { get; set; }

    /// <summary>Highest price.</summary>
    public required double High { get; set; }

    /// <summary>Lowest price.</summary>
    public required double Low { get; set; }

    /// <summary>Last price.</summary>
    public required double Close { get; set; }

    /// <summary>The close, adjusted for all dividends after it too; equal to the close where the vendor adjusts nothing.</summary>
    public required double Adjusted { get; set; }

    /// <summary>Shares traded.</summary>
    public double Volume { get; set; }

    /// <summary>Dividend a share that the bar is the first without; 0 for none.</summary>
    public double Dividend { get; set; }

    /// <summary>New shares for one old one from this bar on; 0 for no split.</summary>
    public double Split { get; set; }

    /// <summary>Part of the dividend that a fund pays from capital gains; 0 for none.</summary>
    public double CapitalGain { get; set; }

    /// <summary>Whether the bar has prices.</summary>
    public bool HasPrices => Close > 0 && Open > 0 && High > 0 && Low > 0;
}
