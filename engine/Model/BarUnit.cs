namespace Workbench.Model;

/// <summary>What the length of a bar counts.</summary>
public enum BarUnit : byte
{
    /// <summary>Ticks: the bar closes with its n-th tick.</summary>
    Ticks = 0,

    /// <summary>Nanoseconds: the bar closes when its stretch of the UTC clock ends.</summary>
    Time = 1,

    /// <summary>Trading days of the instrument's session calendar.</summary>
    Days = 2,
}
