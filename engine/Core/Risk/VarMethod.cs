namespace Workbench.Core;

/// <summary>How value at risk and expected shortfall are found.</summary>
public enum VarMethod : byte
{
    /// <summary>Both ways, and the larger figure counts.</summary>
    Worse = 1,

    /// <summary>From the past returns themselves: what the present portfolio would have made of each.</summary>
    Historical,

    /// <summary>From their mean and deviation, as if returns were normally distributed.</summary>
    Parametric,
}
