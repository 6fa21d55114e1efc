namespace Workbench.Core;

/// <summary>In which order the venue closes positions that the margin no longer carries.</summary>
public enum StopOutRule : byte
{
    /// <summary>The position with the largest loss first, then the next, until the margin carries what is left. The default.</summary>
    LargestLossFirst = 0,

    /// <summary>Everything at once.</summary>
    AllAtOnce,
}
