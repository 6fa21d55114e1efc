namespace Workbench.Model;

/// <summary>What a tape of any kind is read through on its way, to count it, to show how far it is, or to stop it.</summary>
public interface ITapeLens
{
    /// <summary>The tape as it is seen through it.</summary>
    /// <param name="tape">The tape; it is not to be read by others.</param>
    /// <typeparam name="TBatch">The batches of its kind.</typeparam>
    ICursor<TBatch> Over<TBatch>(ICursor<TBatch> tape);
}
