using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Workbench.Platform.Postgres;

/// <summary>Short forms for statements. What people typed goes in as a parameter, never as text.</summary>
static class Sql
{
    /// <summary>Seconds that a statement may take. A bulk write is one statement for each day, and a migration may wait for its lock.</summary>
    const int Patience = 600;

    /// <summary>An instant as a literal, cut down to microseconds.</summary>
    public static string Time(long nanos) => "timestamptz '" + UtcNanos.ToDateTime(nanos).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "+00'";

    /// <summary>Runs statements.</summary>
    public static int Do(this NpgsqlConnection connection, string text, params object[] values)
    {
        using var command = Command(connection, text, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The one value that a statement gives; default where it gives none.</summary>
    public static T? Ask<T>(this NpgsqlConnection connection, string text, params object[] values)
    {
        using var command = Command(connection, text, values);
        return command.ExecuteScalar() is T value ? value : default;
    }

    /// <summary>The rows that a statement gives.</summary>
    public static List<T> List<T>(this NpgsqlConnection connection, string text, Func<NpgsqlDataReader, T> read, params object[] values)
    {
        using var command = Command(connection, text, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Puts a number into a row of a COPY, or nothing.</summary>
    public static void WriteOrNull<T>(this NpgsqlBinaryImporter row, T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } there)
        {
            row.Write(there, type);
        }
        else
        {
            row.WriteNull();
        }
    }

    /// <summary>Puts a text into a row of a COPY, or nothing.</summary>
    public static void WriteOrNull(this NpgsqlBinaryImporter row, string? text)
    {
        if (text is null)
        {
            row.WriteNull();
        }
        else
        {
            row.Write(text, NpgsqlDbType.Text);
        }
    }

    static NpgsqlCommand Command(NpgsqlConnection connection, string text, object[] values)
    {
        var command = new NpgsqlCommand(text, connection) { CommandTimeout = Patience };
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
