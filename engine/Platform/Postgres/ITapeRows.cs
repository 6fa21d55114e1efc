using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>How an event of a tape becomes a row of its table, and comes back, by binary COPY.</summary>
/// <typeparam name="TBatch">The batch that holds it.</typeparam>
interface ITapeRows<TBatch>
{
    /// <summary>Puts an event into a row that was begun.</summary>
    void Write(NpgsqlBinaryImporter row, TBatch batch, int at);

    /// <summary>Takes an event out of a row that was begun.</summary>
    /// <param name="row">The row.</param>
    /// <param name="batch">Where it goes.</param>
    /// <param name="at">Its place there.</param>
    /// <param name="symbol">Whose tape it is.</param>
    void Read(NpgsqlBinaryExporter row, TBatch batch, int at, string symbol);
}
