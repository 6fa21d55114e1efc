using System.CommandLine;
using Workbench.Model;
using Workbench.Platform.Postgres;

namespace Workbench.App;

/// <summary>The two options that say where data are kept: a lake's folder or the address of a database; one of them at most.</summary>
sealed class StoreOptions
{
    readonly Option<string?> lake = CommonOptions.Lake();

    readonly Option<string?> store = new("--store")
    {
        Description = "database that keeps the data in place of a lake; its password in PGPASSWORD", HelpName = "postgres://USER@HOST:PORT/DB",
    };

    public StoreOptions() => store.Validators.Add(result =>
    {
        if (result.GetResult(lake) is { Implicit: false })
        {
            result.AddError("--lake and --store name two places; only one can be meant.");
        }
    });

    /// <summary>Both, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [lake, store];

    /// <summary>The folder or the address that was named; null where none was.</summary>
    /// <exception cref="WorkbenchException">The address is none.</exception>
    public string? Place(ParseResult parsed) => parsed.GetValue(store) is { } address ? DatabaseAt.Address(address).ToString() : parsed.GetValue(lake);

    /// <summary>The lake's folder, for what only a lake can do; null for the default one.</summary>
    /// <exception cref="WorkbenchException">A database was named.</exception>
    public string? Folder(ParseResult parsed) => parsed.GetValue(store) is { } address
        ? throw CliErrors.Usage($"{PostgresAddress.Masked(address)} is a database, and this works on a lake alone.", $"--lake DIR in place of --store, then ./run.sh data copy --lake DIR --store {PostgresAddress.Masked(address)}")
        : parsed.GetValue(lake);

    /// <summary>The database that was named.</summary>
    /// <exception cref="WorkbenchException">None was.</exception>
    public PostgresAddress Database(ParseResult parsed) => parsed.GetValue(store) is { } address
        ? DatabaseAt.Address(address)
        : throw CliErrors.Usage("Which database? --store is missing.", "--store postgres://USER@HOST:5432/DATABASE, with the password in PGPASSWORD");

    /// <summary>The words that name a place.</summary>
    public static IEnumerable<string> Words(string place) => [PostgresAddress.Is(place) ? "--store" : "--lake", place];
}
