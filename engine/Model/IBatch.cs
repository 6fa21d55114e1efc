namespace Workbench.Model;

/// <summary>What batches of events have in common, whatever their columns: how many there are, and when each comes.</summary>
public interface IBatch
{
    /// <summary>Events in use.</summary>
    int Count { get; set; }

    /// <summary>When each event becomes known first, UTC nanoseconds: of a bar its opening. The same column for the life of the batch.</summary>
    long[] Times { get; }
}
