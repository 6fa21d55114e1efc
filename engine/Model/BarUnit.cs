namespace Workbench.Model;

/// <summary>What the length of a bar counts.</summary>
public enum BarUnit : byte
{
    /// <summary>Ticks or prints: the bar closes with its n-th.</summary>
    Ticks = 0,

    /// <summary>Nanoseconds: the bar closes when its stretch of the UTC clock ends.</summary>
    Time = 1,

    /// <summary>Trading days of the instrument's session calendar.</summary>
    Days = 2,

    /// <summary>Units traded, in millionths: the bar closes with the print that completes them.</summary>
    Volume = 3,

    /// <summary>Price times size of what was traded, in millionths of the quote currency: the bar closes with the print that completes it.</summary>
    Value = 4,

    /// <summary>Tick sizes between a bar's high and its low: the bar closes when the price reaches its edge.</summary>
    Range = 5,

    /// <summary>Tick sizes of a Renko brick: it closes when the price reaches its far edge.</summary>
    Renko = 6,

    /// <summary>Surplus of rises over falls, or of falls over rises: the bar closes when it is reached.</summary>
    Imbalance = 7,

    /// <summary>Tick imbalance bars after López de Prado: the surplus that closes one is expected anew after each bar; the length is how many ticks the first takes.</summary>
    TickImbalance = 8,
}
