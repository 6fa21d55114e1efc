namespace Workbench.Data.Importers;

/// <summary>One vendor's file, read forward: maps what the wire says to events and puts them through a gate.</summary>
/// <typeparam name="TGate"><see cref="TickGate"/>, <see cref="TradeGate"/>, <see cref="Books.DepthGate"/> or <see cref="BarGate"/>.</typeparam>
interface IEventReader<in TGate> : IDisposable
{
    /// <summary>Puts events through until the gate is full or the file ends.</summary>
    /// <returns>False at the file's end.</returns>
    bool Read(TGate into);
}
