using System.CommandLine;
using Workbench.Model;
using Workbench.Platform.Postgres;

namespace Workbench.App;

/// <summary><c>data db …</c>: looks after the schema of a database that keeps data.</summary>
static class DataDbVerb
{
    public static Command Make() => new("db", "Look after a database that keeps the data") { Migrate(), Status(), Prune() };

    static Command Migrate()
    {
        var stores = new StoreOptions();
        var plain = new Option<bool>("--plain") { Description = "use the server's own partitions where it has TimescaleDB, too" };
        return new Command("migrate", "Bring the schema forward to what this program needs. Example: data db migrate --store postgres://me@localhost:5432/market") { plain }.With(stores.All)
            .Does((parsed, terminal, _) =>
            {
                var address = stores.Database(parsed);
                var applied = new PostgresSchema(address).Migrate(parsed.GetValue(plain));
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json =>
                    {
                        json.WriteStartObject();
                        json.WriteString("store", address.ToString());
                        json.WriteStartArray("applied");
                        applied.ToList().ForEach(json.WriteStringValue);
                        json.WriteEndArray();
                        json.WriteEndObject();
                    }));
                }

                terminal.Result(applied.Count == 0 ? $"{address} is up to date" : $"{address}: applied {string.Join(", ", applied)}");
                return ExitCode.Ok;
            });
    }

    static Command Status()
    {
        var stores = new StoreOptions();
        return new Command("status", "Say where the schema stands. Example: data db status --store postgres://me@localhost:5432/market").With(stores.All)
            .Does((parsed, terminal, _) =>
            {
                var address = stores.Database(parsed);
                var status = new PostgresSchema(address).Status();
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json =>
                    {
                        json.WriteStartObject();
                        json.WriteString("store", address.ToString());
                        json.WriteString("server", status.Server);
                        json.WriteNumber("version", status.Applied.Count);
                        json.WriteNumber("missing", status.Missing.Count);
                        json.WriteBoolean("newer", status.IsNewer);
                        json.WriteString("dialect", status.Dialect);
                        json.WriteBoolean("offersTimescale", status.OffersTimescale);
                        json.WriteEndObject();
                    }));
                }

                terminal.Result(Sentence(address, status));
                return status.IsCurrent ? ExitCode.Ok : ExitCode.Data;
            });
    }

    static Command Prune()
    {
        var stores = new StoreOptions();
        var before = new Option<string>("--before") { Description = "drop whole months, and years of bars, that end before it; ISO date, UTC", HelpName = "DATE", Required = true };
        return new Command("prune", "Drop old data by whole partitions. Example: data db prune --before 2020-01-01 --store postgres://me@localhost:5432/market") { before }.With(stores.All)
            .Does((parsed, terminal, _) =>
            {
                var gone = new PostgresSchema(stores.Database(parsed)).DropBefore(CommonOptions.Time("--before", parsed.GetValue(before)!));
                terminal.Result(gone.Count == 0 ? "nothing is that old" : FormattableString.Invariant($"dropped {gone.Count} partitions, {gone[0]} to {gone[^1]}"));
                return ExitCode.Ok;
            });
    }

    static string Sentence(PostgresAddress address, SchemaStatus status) =>
        FormattableString.Invariant($"{address}: PostgreSQL {status.Server}, schema {status.Applied.Count}") + status switch
        {
            { IsNewer: true } => ", newer than this program",
            { Missing.Count: > 0 } => $", missing {string.Join(", ", status.Missing)}. Try: ./run.sh data db migrate --store {address}",
            _ => $", up to date, tables as {status.Dialect}",
        };
}
