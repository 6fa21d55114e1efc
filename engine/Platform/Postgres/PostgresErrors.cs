namespace Workbench.Platform.Postgres;

/// <summary>What can be wrong with a database that keeps market data and runs (WB53xx), in words for people.</summary>
static class PostgresErrors
{
    public static WorkbenchException NoAddress(string text) => new("WB5301", ExitCode.Usage,
        $"'{text}' is no address of a database.", "--store postgres://USER@HOST:5432/DATABASE, with the password in PGPASSWORD");

    public static WorkbenchException UnknownOption(string name) => new("WB5302", ExitCode.Usage,
        $"An address of a database knows no option '{name}'." + (Closest.To(name, ["sslmode"]) is { } meant ? $" Did you mean {meant}?" : " It knows sslmode."),
        "--store postgres://USER@HOST:5432/DATABASE?sslmode=require");

    public static WorkbenchException UnknownSslMode(string mode, IReadOnlyList<string> known) => new("WB5303", ExitCode.Usage,
        $"'{mode}' is no sslmode; there are {string.Join(", ", known)}.", "--store postgres://USER@HOST:5432/DATABASE?sslmode=require");
}
