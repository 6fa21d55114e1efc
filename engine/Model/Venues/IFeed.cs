namespace Workbench.Model;

/// <summary>Port to live market data.</summary>
public interface IFeed : IAsyncDisposable
{
    /// <summary>Its short name, such as <c>oanda</c>.</summary>
    string Name { get; }

    /// <summary>What it streams.</summary>
    IReadOnlyList<DataKind> Kinds { get; }

    /// <summary>Starts streams. Returns once they flow; later breaks are mended from within and told to the inbox, books are then begun anew.</summary>
    Task Subscribe(IReadOnlyList<Instrument> instruments, DataKind kind, IInbox inbox, CancellationToken cancel);
}
