namespace Workbench.Research.Luck;

/// <summary>What the odds come down to.</summary>
public enum LuckVerdict
{
    /// <summary>There is too little to say anything.</summary>
    Undecided,

    /// <summary>A best this good is no surprise after so many trials.</summary>
    Luck,

    /// <summary>Luck alone would rarely do this. It may still not last.</summary>
    Edge,
}
