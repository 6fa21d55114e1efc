namespace Workbench.Core;

/// <summary>Over which time traded volume counts towards a better commission.</summary>
public enum TierWindow : byte
{
    /// <summary>The calendar month, UTC: it begins anew on the first. The default.</summary>
    Month = 0,

    /// <summary>The whole run.</summary>
    Run,
}
