namespace Workbench.Research;

/// <summary>How a metric's number is to be read and written.</summary>
public enum MetricUnit
{
    /// <summary>A plain number.</summary>
    Ratio,

    /// <summary>A share: 0.12 is 12 %.</summary>
    Share,

    /// <summary>Account currency; a decimal, never a float.</summary>
    Currency,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>A whole number of things.</summary>
    Count,
}
