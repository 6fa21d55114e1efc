using Npgsql;
using NpgsqlTypes;

namespace Workbench.Platform.Postgres;

/// <summary>An instant in a row: microseconds as the server counts them, and beside them the nanoseconds beyond.</summary>
static class RowTime
{
    /// <summary>Microseconds from 1970 to 2000, where the server's count begins.</summary>
    const long Epoch = 946_684_800_000_000;

    /// <summary>Puts an instant into two columns.</summary>
    public static void Write(NpgsqlBinaryImporter row, long time)
    {
        var whole = UtcNanos.Floor(time, UtcNanos.Microsecond);
        row.Write(whole / UtcNanos.Microsecond - Epoch, NpgsqlDbType.TimestampTz);
        row.Write((short)(time - whole), NpgsqlDbType.Smallint);
    }

    /// <summary>Takes an instant out of two columns.</summary>
    public static long Read(NpgsqlBinaryExporter row) => (row.Read<long>(NpgsqlDbType.TimestampTz) + Epoch) * UtcNanos.Microsecond + row.Read<short>(NpgsqlDbType.Smallint);
}
