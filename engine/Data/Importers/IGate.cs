namespace Workbench.Data.Importers;

/// <summary>Where events from files enter the house: each is checked, counted in the report, and put into the batch or left out.</summary>
/// <typeparam name="TBatch"><see cref="TickBatch"/>, <see cref="TradeBatch"/>, <see cref="DepthBatch"/> or <see cref="BarBatch"/>.</typeparam>
interface IGate<in TBatch>
{
    /// <summary>Counts and thresholds.</summary>
    GateLog Log { get; }

    /// <summary>Whether the batch has no room left.</summary>
    bool IsFull { get; }

    /// <summary>Events in the batch.</summary>
    int Count { get; }

    /// <summary>Empties the batch and fills it from here on.</summary>
    void Begin(TBatch batch);
}
