using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Stores;

/// <summary>A server for the tests of a class, and calls of the program that may sign in to it.</summary>
public sealed class DatabaseServer : IDisposable
{
    const string PasswordVariable = "PGPASSWORD";

    readonly Lazy<PostgresServer> server = new(() => new PostgresServer());

    /// <summary>Address of a database with the schema in it.</summary>
    internal string Prepared(Shell shell)
    {
        var address = Empty();
        Run(shell, "data", "db", "migrate", "--store", address).Good();
        return address;
    }

    /// <summary>Address of an empty database.</summary>
    internal string Empty() => server.Value.NewDatabase();

    /// <summary>Calls the program with the right password.</summary>
    internal Answer Run(Shell shell, params string[] words) => RunAs(shell, PostgresServer.Password, words);

    /// <summary>Calls the program with a password.</summary>
    internal static Answer RunAs(Shell shell, string password, params string[] words) =>
        shell.RunUnder([new KeyValuePair<string, string>(PasswordVariable, password)], words);

    /// <summary>What a statement prints in a database.</summary>
    internal string Sql(string address, string statement) => server.Value.Sql(address[(address.LastIndexOf('/') + 1)..], statement);

    public void Dispose()
    {
        if (server.IsValueCreated)
        {
            server.Value.Dispose();
        }
    }
}
