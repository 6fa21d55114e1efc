namespace Workbench.Core;

/// <summary>Port: how the queue in front of a resting limit order shortens when the book shows less at its price. Prints at the price always shorten it.</summary>
public interface IQueueModel
{
    /// <summary>Units still ahead of us after the level shrank without a print, that is by cancellations.</summary>
    /// <param name="ahead">Units ahead of us before.</param>
    /// <param name="before">Units at the level before.</param>
    /// <param name="now">Units at the level now, fewer than before.</param>
    decimal Ahead(decimal ahead, decimal before, decimal now);
}
