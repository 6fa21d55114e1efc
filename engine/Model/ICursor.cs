namespace Workbench.Model;

/// <summary>
/// A tape read forward once: the one shape in which market data move through the house. Importers, generators and the lake
/// are cursors; the lake's writer and the engine consume them.
/// </summary>
/// <typeparam name="TBatch"><see cref="TickBatch"/>, <see cref="TradeBatch"/>, <see cref="DepthBatch"/>, <see cref="BarBatch"/> or <see cref="NoticeBatch{TNotice}"/>.</typeparam>
public interface ICursor<in TBatch> : IDisposable
{
    /// <summary>What the tape is of; one instrument for the whole tape.</summary>
    Instrument Instrument { get; }

    /// <summary>Overwrites the batch from its start with the next events in time order.</summary>
    /// <returns>False when the tape has ended and the batch is empty; true with at least one event otherwise.</returns>
    /// <exception cref="WorkbenchException">The source is damaged: never wrong numbers without an error.</exception>
    bool Read(TBatch into);
}
