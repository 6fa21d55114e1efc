using System.Collections.Concurrent;
using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>A database by its address: opens connections, and says in words for people why one cannot be had or broke.</summary>
sealed class Database
{
    static readonly ConcurrentDictionary<PostgresAddress, Database> Known = new();

    readonly NpgsqlDataSource source;
    volatile ISeriesDialect? dialect;

    Database(PostgresAddress address)
    {
        Address = address;
        var builder = new NpgsqlDataSourceBuilder(TextOf(address));
        builder.UsePasswordProvider(_ => PasswordOf(address), (_, _) => ValueTask.FromResult(PasswordOf(address)));
        source = builder.Build();
    }

    /// <summary>Finds the password of a database where <see cref="PostgresAddress.PasswordVariable"/> has none; asked only when the server wants one. Null for none.</summary>
    public static Func<PostgresAddress, string?> FindPassword { get; set; } = _ => null;

    /// <summary>Where it is.</summary>
    public PostgresAddress Address { get; }

    /// <summary>How its tables are cut by time.</summary>
    public ISeriesDialect Dialect => dialect ?? throw new InvalidOperationException("No connection was opened yet.");

    /// <summary>The database at an address; the same object each time, so that connections are shared.</summary>
    public static Database At(PostgresAddress address) => Known.GetOrAdd(address, static at => new Database(at));

    /// <summary>A connection to a database whose schema is this program's.</summary>
    /// <exception cref="WorkbenchException">It cannot be had, or the schema is another one.</exception>
    public NpgsqlConnection Open()
    {
        var connection = OpenAny();
        if (dialect is null)
        {
            try
            {
                dialect = Say(() => Migrator.Check(connection, Address));
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }

        return connection;
    }

    /// <summary>A connection, whatever is in the database.</summary>
    public NpgsqlConnection OpenAny() => Say(source.OpenConnection);

    /// <summary>Forgets what is known of the schema: it was just changed.</summary>
    public void Forget() => dialect = null;

    /// <summary>Does something, and says failures of the database in words for people.</summary>
    public T Say<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (NpgsqlException cause)
        {
            throw PostgresErrors.Of(Address, cause);
        }
    }

    /// <summary>As above, for what gives nothing.</summary>
    public void Say(Action work) => Say(() =>
    {
        work();
        return true;
    });

    static string PasswordOf(PostgresAddress address) =>
        Environment.GetEnvironmentVariable(PostgresAddress.PasswordVariable) is { Length: > 0 } given ? given
            : FindPassword(address) ?? throw PostgresErrors.NoPassword(address);

    static string TextOf(PostgresAddress address)
    {
        var text = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port,
            Database = address.Database,
            ApplicationName = "workbench",
            Timeout = 10,
            CommandTimeout = 600,
            IncludeErrorDetail = false,
            ConnectionIdleLifetime = 30,
        };
        text.Username = address.User.Length > 0 ? address.User : Environment.UserName;
        if (address.SslMode.Length > 0)
        {
            text.SslMode = Enum.Parse<SslMode>(address.SslMode.Replace("-", ""), ignoreCase: true);
        }

        return text.ConnectionString;
    }
}
