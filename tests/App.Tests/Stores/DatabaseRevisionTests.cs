using Workbench.App.Tests.Kit;
using Workbench.Data.Lake;
using Workbench.Model;
using Workbench.Platform.Postgres;

namespace Workbench.App.Tests.Stores;

/// <summary>Whatever is written to both, the database has the former states that the lake has, under the same numbers and with the same hashes.</summary>
[Collection(LabCollection.Name)]
public sealed class DatabaseRevisionTests(Lab lab, DatabaseServer server)
{
    static readonly Instrument Coin = new() { Symbol = "BTCUSDT", BaseCurrency = "BTC", QuoteCurrency = "USDT", PriceScale = 1, SizeScale = 3 };

    // Two hours before the end of a day, at which books are cut.
    static readonly long Start = UtcNanos.From(new DateTime(2024, 8, 8, 22, 0, 0, DateTimeKind.Utc));

    [PostgresFact]
    public void A_book_has_the_same_states_in_the_lake_and_in_the_database()
    {
        using var shell = lab.Fresh();
        var address = server.Prepared(shell).Replace("@", $":{PostgresServer.Password}@", StringComparison.Ordinal);
        var (lake, database) = (new ParquetLake(shell.Path("book"), _ => UtcCalendar.Instance), new PostgresStore(PostgresAddress.Parse(address), _ => UtcCalendar.Instance));
        var changes = 0;
        foreach (var seed in (int[])[1, 2])
        {
            var dice = new SeededRandom(seed);
            for (var round = 0; round < 8; round++)
            {
                var (from, minutes, version) = (Start + dice.Next(200) * UtcNanos.Minute, 5 + dice.Next(90), 1 + dice.Next(2));
                var here = lake.Write(new BookTape(Coin, from, minutes, version), "test");
                var there = database.Write(new BookTape(Coin, from, minutes, version), "test");
                Assert.True(here == there, $"seed {seed}, round {round}: {here} in the lake, {there} in the database");
                Assert.Equal(States(lake), States(database));
                changes += here.ChangedFrom is null ? 0 : 1;
            }
        }

        Assert.InRange(changes, 3, 15);
    }

    static string[] States(IMarketStore store) =>
        [.. store.Revisions(Coin.Symbol, "depth").Select(state => $"{state.Number} {state.IsCurrent} {Sha(store.As([new RevisionPin(Coin.Symbol, "depth", state.Number)]))}")];

    // All of it by its manifest, and a part that is read and hashed.
    static string Sha(IMarketStore store)
    {
        var all = store.Describe(Coin, DataKind.Depth, default, TimeRange.All);
        return all.Sha256 + store.Describe(Coin, DataKind.Depth, default, new TimeRange(all.From + UtcNanos.Minute, all.To)).Sha256;
    }
}
