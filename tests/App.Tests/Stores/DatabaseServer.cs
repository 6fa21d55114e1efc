using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Stores;

/// <summary>One server for all tests of the program, started by the first that wants it, and calls of the program that may sign in to it.</summary>
public sealed class DatabaseServer : IDisposable
{
    const string PasswordVariable = "PGPASSWORD";

    readonly Lazy<PostgresServer> server = new(() => new PostgresServer());
    string? prepared;

    /// <summary>Address of a database with the schema in it: a copy of the first that the program has prepared.</summary>
    internal string Prepared(Shell shell)
    {
        if (prepared is null)
        {
            var first = Empty();
            Run(shell, "data", "db", "migrate", "--store", first).Good();
            prepared = Name(first);
        }

        return server.Value.NewDatabase(template: prepared);
    }

    /// <summary>Address of an empty database.</summary>
    internal string Empty() => server.Value.NewDatabase();

    /// <summary>Calls the program with the right password.</summary>
    internal Answer Run(Shell shell, params string[] words) => RunAs(shell, PostgresServer.Password, words);

    /// <summary>Calls the program with a password.</summary>
    internal static Answer RunAs(Shell shell, string password, params string[] words) =>
        shell.RunUnder([new KeyValuePair<string, string>(PasswordVariable, password)], words);

    /// <summary>What a statement prints in a database.</summary>
    internal string Sql(string address, string statement) => server.Value.Sql(Name(address), statement);

    public void Dispose()
    {
        if (server.IsValueCreated)
        {
            server.Value.Dispose();
        }
    }

    static string Name(string address) => address[(address.LastIndexOf('/') + 1)..];
}
