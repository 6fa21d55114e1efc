namespace Workbench.Model;

/// <summary>A message of an order book that carries the numbers of the changes in it.</summary>
public interface INumberedChange
{
    /// <summary>Number of the first change in it.</summary>
    long First { get; }

    /// <summary>Number of the last change in it; of a snapshot, the last one that it holds.</summary>
    long Last { get; }

    /// <summary>Number of the last change in the message before, where messages are chained by it.</summary>
    long Previous { get; }
}
