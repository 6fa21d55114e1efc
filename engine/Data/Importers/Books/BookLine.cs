namespace Workbench.Data.Importers.Books;

/// <summary>One message of an order book as a file holds it, its numbers raw already.</summary>
sealed class BookLine : INumberedChange
{
    public long First { get; set; }

    public long Last { get; set; }

    public long Previous { get; set; }

    /// <summary>When, UTC nanoseconds, by the exchange; 0 where it does not tell.</summary>
    public long Time { get; set; }

    /// <summary>Whether it is the whole book.</summary>
    public bool IsSnapshot { get; set; }

    /// <summary>Levels: side, raw price, raw size; 0 removes one.</summary>
    public List<(Side Side, long Price, long Size)> Levels { get; } = [];
}
