namespace Workbench.Core;

/// <summary>What happened at a venue since the session began.</summary>
public sealed class LiveCounts
{
    /// <summary>Orders sent.</summary>
    public long Sent { get; internal set; }

    /// <summary>Fills taken.</summary>
    public long Fills { get; internal set; }

    /// <summary>Fills that came again and were dropped.</summary>
    public long RepeatedFills { get; internal set; }

    /// <summary>Reports that told nothing new, or came too late to mean anything.</summary>
    public long Repeated { get; internal set; }

    /// <summary>Questions asked about single orders.</summary>
    public long Queries { get; internal set; }

    /// <summary>Fills that only a question brought to light.</summary>
    public long FoundFills { get; internal set; }

    /// <summary>Commands whose outcome was unknown.</summary>
    public long Unknown { get; internal set; }

    /// <summary>Fills of orders that had ended before.</summary>
    public long LateFills { get; internal set; }

    /// <summary>Comparisons of working orders and positions.</summary>
    public long Audits { get; internal set; }
}
