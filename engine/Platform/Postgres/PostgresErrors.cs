using System.Globalization;
using System.Net.Sockets;
using Npgsql;

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

    public static WorkbenchException Unreachable(PostgresAddress address, Exception inner) => new("WB5304", ExitCode.Data,
        FormattableString.Invariant($"No database server answers at {address.Host}:{address.Port}: {inner.Message}"), FormattableString.Invariant($"pg_isready -h {address.Host} -p {address.Port}"), inner);

    public static WorkbenchException NoPassword(PostgresAddress address) => new("WB5305", ExitCode.Broker,
        $"{address} wants a password, and there is none.", $"export {PostgresAddress.PasswordVariable}=…, then the same again");

    public static WorkbenchException NotLetIn(PostgresAddress address, Exception inner) => new("WB5306", ExitCode.Broker,
        $"{address} does not let {(address.User.Length > 0 ? address.User : "you")} in: user or password is wrong.", $"the right password in {PostgresAddress.PasswordVariable}", inner);

    public static WorkbenchException NoDatabase(PostgresAddress address, Exception inner) => new("WB5307", ExitCode.NotFound,
        FormattableString.Invariant($"The server at {address.Host}:{address.Port} has no database {address.Database}."), FormattableString.Invariant($"createdb -h {address.Host} -p {address.Port} {address.Database}"), inner);

    public static WorkbenchException NotMigrated(PostgresAddress address, int has, int wants) => new("WB5308", ExitCode.Data,
        has == 0 ? $"{address} was not prepared for market data yet." : FormattableString.Invariant($"The schema of {address} is version {has}; this program needs {wants}."),
        $"./run.sh data db migrate --store {address}");

    public static WorkbenchException SchemaNewer(PostgresAddress address, int has, int knows) => new("WB5309", ExitCode.Data,
        FormattableString.Invariant($"The schema of {address} is version {has}, and this program knows {knows}: a newer one has changed it. Nothing was touched."), "a newer version of this program");

    public static WorkbenchException MigrationChanged(PostgresAddress address, string name) => new("WB5310", ExitCode.Data,
        $"Migration {name} of {address} is not the one that this program has: its checksum differs. Nothing was touched.", "the version of this program that prepared the database");

    public static WorkbenchException DiskFull(PostgresAddress address, Exception inner) => new("WB5311", ExitCode.Data,
        $"The disk of {address.Host} is full. What was there before is unchanged.", "room on the server's disk, then the same again", inner);

    public static WorkbenchException ConnectionLost(PostgresAddress address, Exception inner) => new("WB5312", ExitCode.Data,
        $"The connection to {address} broke. What was not finished did not happen: the old state stands.", "the same again", inner);

    public static WorkbenchException NotAllowed(PostgresAddress address, PostgresException inner) => new("WB5313", ExitCode.Broker,
        $"{address} does not allow that: {inner.MessageText}.", "a user with the right to it, or: grant … on schema market", inner);

    public static WorkbenchException NoExtension(PostgresAddress address, string extension, PostgresException inner) => new("WB5314", ExitCode.Data,
        $"{address} offers {extension} and cannot make it: {inner.MessageText}.", $"shared_preload_libraries = '{extension}' and a superuser, or --plain", inner);

    public static WorkbenchException Disagrees(PostgresAddress address, string tape, long says, long has) => new("WB5315", ExitCode.Data, string.Create(CultureInfo.InvariantCulture,
        $"The manifest of {address} says that {tape} has {says:N0} rows, and its table has {has:N0}."), "import those data again: it replaces the rows");

    public static WorkbenchException Refused(PostgresAddress address, Exception inner) => new("WB5316", ExitCode.Data,
        $"{address} refused: {inner.Message}.", null, inner);

    const string IsDamaged = "WB5317";

    /// <summary>Whether a row was refused because it is not what was written.</summary>
    public static bool WasDamage(WorkbenchException refusal) => refusal.Code == IsDamaged;

    public static WorkbenchException RowDamaged(string symbol, long time, Exception inner) => new(IsDamaged, ExitCode.Data,
        $"What the database tells of {symbol} at {UtcNanos.ToIso(time)} is none of our rows: {inner.Message}", "import those data again: it replaces the rows", inner);

    public static WorkbenchException AuditChanged(PostgresAddress address, string symbol, long line) => new("WB5318", ExitCode.Data,
        FormattableString.Invariant($"The record of repairs of {symbol} in {address} was changed: line {line} is not what was written there."), "put back the rows of monitoring.audit from a copy");

    /// <summary>What the library or the server says, in words for people.</summary>
    public static WorkbenchException Of(PostgresAddress address, Exception cause) => cause switch
    {
        { InnerException: WorkbenchException ours } => ours,
        PostgresException { SqlState: "28P01" or "28000" } => NotLetIn(address, cause),
        PostgresException { SqlState: "3D000" } => NoDatabase(address, cause),
        PostgresException { SqlState: "53100" } => DiskFull(address, cause),
        PostgresException { SqlState: "42501" } denied => NotAllowed(address, denied),
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "57P05" } => ConnectionLost(address, cause),
        PostgresException { SqlState: ['0', '8', ..] } => ConnectionLost(address, cause),
        PostgresException => Refused(address, cause),
        NpgsqlException { InnerException: SocketException { SocketErrorCode: not (SocketError.ConnectionReset or SocketError.Shutdown) } socket } => Unreachable(address, socket),
        NpgsqlException { InnerException: TimeoutException late } when cause.Message.Contains("onnect") => Unreachable(address, late),
        NpgsqlException { InnerException: IOException or EndOfStreamException or SocketException } or IOException => ConnectionLost(address, cause),
        _ => Refused(address, cause),
    };
}
