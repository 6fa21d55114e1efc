using Workbench.Data.Lake;
using Workbench.Model;
using Workbench.Platform.Postgres;

namespace Workbench.App;

/// <summary>The record that an instrument has of its repairs, where its data are: a file beside them in the lake, rows in a database. Each line holds the hash of the one before.</summary>
/// <param name="store">Where the data are.</param>
/// <param name="symbol">The instrument.</param>
/// <param name="tell">Told of what a crash left behind.</param>
sealed class AuditTrail(IMarketStore store, string symbol, Action<string> tell)
{
    const long MostBytes = 64L << 20;

    static readonly LedgerForm Form = new("audit", MostBytes, RepairErrors.AuditChanged, RepairErrors.AuditBusy, RepairErrors.AuditTooLong);

    /// <summary>Adds a line.</summary>
    public void Append(AuditEntry entry)
    {
        if (store is ParquetLake lake)
        {
            File(lake).Append(entry.ToJson);
        }
        else
        {
            Rows().Append(symbol, entry.ToJson);
        }
    }

    /// <summary>All lines, held against their chain.</summary>
    /// <exception cref="WorkbenchException">One is not what was written.</exception>
    public IReadOnlyList<byte[]> Read() => store is ParquetLake lake ? File(lake).Read() : Rows().Read(symbol);

    LedgerFile File(ParquetLake lake) => new(lake.AuditFolder(symbol), Form, tell);

    PostgresAudit Rows() => new(DatabaseAt.Address(store.Place));
}
