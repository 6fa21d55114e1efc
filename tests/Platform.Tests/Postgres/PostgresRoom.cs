using Workbench.Platform.Postgres;

namespace Workbench.Platform.Tests.Postgres;

/// <summary>One server for all tests of this assembly; each class has a database of its own.</summary>
public sealed class PostgresRoom : IDisposable
{
    readonly Lazy<PostgresServer> server = new(() =>
    {
        Environment.SetEnvironmentVariable(PostgresAddress.PasswordVariable, PostgresServer.Password);
        return new PostgresServer();
    });

    public PostgresServer Server => server.Value;

    /// <summary>A database with the schema in it.</summary>
    public PostgresAddress Prepared()
    {
        var address = PostgresAddress.Parse(Server.NewDatabase());
        new PostgresSchema(address).Migrate();
        return address;
    }

    public void Dispose()
    {
        if (server.IsValueCreated)
        {
            server.Value.Dispose();
        }
    }
}
