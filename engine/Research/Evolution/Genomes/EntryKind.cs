namespace Workbench.Research.Evolution;

/// <summary>How a genome says where to enter.</summary>
public enum EntryKind
{
    /// <summary>One condition to buy, another to sell; where both hold, nothing is done.</summary>
    LongShort,

    /// <summary>A condition to buy.</summary>
    LongOnly,

    /// <summary>A condition to sell.</summary>
    ShortOnly,

    /// <summary>A direction, and a condition that says when.</summary>
    Directed,
}
