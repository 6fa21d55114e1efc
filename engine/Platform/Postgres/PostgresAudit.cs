using System.Security.Cryptography;
using System.Text;

namespace Workbench.Platform.Postgres;

/// <summary>
/// Records of repairs in a database, a chain of lines for each instrument. Each line holds the hash of the one before, and a row beside that of the last, so
/// that what was changed, moved or cut off is found. Whoever can write both can write both anew: the chain shows changes, it does not prevent them.
/// </summary>
/// <param name="address">Where it is.</param>
public sealed class PostgresAudit(PostgresAddress address)
{
    static readonly string Nothing = new('0', 64);

    readonly Database database = Database.At(address);

    /// <summary>Adds a line.</summary>
    /// <param name="symbol">The instrument.</param>
    /// <param name="make">Makes the line from its number and the hash of the last one.</param>
    public void Append(string symbol, Func<long, string, byte[]> make) => database.Say(() =>
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        connection.Do("insert into monitoring.audit_heads (symbol, number, hash) values ($1, 0, $2) on conflict do nothing", symbol, Nothing);
        var (number, hash) = connection.List("select number, hash from monitoring.audit_heads where symbol = $1 for update", row => (row.GetInt64(0), row.GetString(1)), symbol)[0];
        var line = make(number + 1, hash);
        connection.Do("insert into monitoring.audit (symbol, number, line) values ($1, $2, $3)", symbol, number + 1, Encoding.UTF8.GetString(line));
        connection.Do("update monitoring.audit_heads set number = $2, hash = $3 where symbol = $1", symbol, number + 1, Hash(line));
        transaction.Commit();
    });

    /// <summary>All lines of an instrument, held against the chain from its end.</summary>
    /// <exception cref="WorkbenchException">WB5318: one is not what was written.</exception>
    public IReadOnlyList<byte[]> Read(string symbol) => database.Say<IReadOnlyList<byte[]>>(() =>
    {
        using var connection = database.Open();
        using var snapshot = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        var head = connection.List("select number, hash from monitoring.audit_heads where symbol = $1", row => (Number: row.GetInt64(0), Hash: row.GetString(1)), symbol).FirstOrDefault((0, Nothing));
        var lines = connection.List("select line from monitoring.audit where symbol = $1 order by number", row => Encoding.UTF8.GetBytes(row.GetString(0)), symbol);
        Check(symbol, lines, head);
        return lines;
    });

    void Check(string symbol, List<byte[]> lines, (long Number, string Hash) head)
    {
        if (lines.Count != head.Number)
        {
            throw PostgresErrors.AuditChanged(address, symbol, Math.Min(lines.Count, head.Number) + 1);
        }

        for (var at = lines.Count - 1; at >= 0; at--)
        {
            // What the next one says of it, in the words that it was made with.
            var isAsWritten = at == lines.Count - 1 ? Hash(lines[at]) == head.Hash : Encoding.UTF8.GetString(lines[at + 1]).Contains($"\"previous\":\"{Hash(lines[at])}\"", StringComparison.Ordinal);
            if (!isAsWritten)
            {
                throw PostgresErrors.AuditChanged(address, symbol, at + 1);
            }
        }
    }

    static string Hash(byte[] line) => Convert.ToHexStringLower(SHA256.HashData(line));
}
