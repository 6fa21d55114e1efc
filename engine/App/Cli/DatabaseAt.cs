using Workbench.Platform.Postgres;

namespace Workbench.App;

/// <summary>Databases by address, with a password from the vault where the environment has none.</summary>
static class DatabaseAt
{
    /// <summary>Name under which the vault keeps passwords of databases; the database's own name is that of the entry.</summary>
    const string Venue = "postgres";

    static DatabaseAt() => PostgresSchema.FindPassword = PasswordOf;

    /// <summary>Reads an address.</summary>
    /// <exception cref="Model.WorkbenchException">It is none.</exception>
    public static PostgresAddress Address(string text) => PostgresAddress.Parse(text);

    static string? PasswordOf(PostgresAddress address)
    {
        var vault = VaultRoom.Open();
        return vault.List().Any(entry => entry.Venue == Venue && entry.Name == address.Database) ? vault.Find(Venue, address.Database).Secret : null;
    }
}
