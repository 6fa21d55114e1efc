using Workbench.Platform.Postgres;

namespace Workbench.Platform.Tests.Postgres;

/// <summary>Runs and searches in a database: what is written twice is there once, and a refusal leaves what was there.</summary>
[Collection(PostgresCollection.Name)]
public sealed class KeptRunTests(PostgresRoom room)
{
    [PostgresFact]
    public void A_session_that_is_written_again_is_there_once()
    {
        var address = room.Prepared();
        var runs = new PostgresRuns(address);
        runs.Keep(Run("first", "session"), [new MetricRow("sharpe", 1d, null)], [Fill(1), Fill(2)], [Trade()], []);
        runs.Keep(Run("second", "session"), [new MetricRow("sharpe", null, "no trades")], [Fill(1)], [], [Order(1, "filled"), Order(3, "canceled")]);

        Assert.Equal("second|paper|session", room.Server.Sql(address.Database, "select r.id, r.mode, s.id from analytics.runs r join trading.sessions s on s.run = r.id"));
        Assert.Equal("1|filled 1, canceled 0|0|1", room.Server.Sql(address.Database, """
            select (select count(*) from trading.fills), (select string_agg(status || ' ' || filled_qty, ', ' order by id) from trading.orders), (select count(*) from trading.trades), (select count(*) from analytics.metrics)
            """));
    }

    [PostgresFact]
    public void A_search_that_is_written_again_is_there_once_with_its_last_variants()
    {
        var address = room.Prepared();
        var searches = new PostgresSearches(address);
        searches.Keep(Search(), [Variant(0, 2d), Variant(1, null)]);
        searches.Keep(Search(), [Variant(0, 3d)]);

        Assert.Equal("sweep|1|3|1.5", room.Server.Sql(address.Database, """
            select s.kind, (select count(*) from analytics.variants), v.objective, v.figures -> 'sharpe' from analytics.searches s join analytics.variants v on v.search = s.id
            """));
        Assert.Throws<InvalidOperationException>(() => searches.Keep(Search(), Broken()));
        Assert.Equal("1", room.Server.Sql(address.Database, "select count(*) from analytics.variants"));
    }

    static IEnumerable<VariantRow> Broken()
    {
        yield return Variant(0, 1d);
        throw new InvalidOperationException("the tables are gone");
    }

    static RunRow Run(string id, string session) => new()
    {
        Id = id, Session = session, Mode = "paper", Created = Market.Start, StrategyFile = "cross.csx", StrategySha256 = "ab", EngineVersion = "1", EventLogHash = "cd",
        Covered = new TimeRange(Market.Start, Market.Start + UtcNanos.Hour), Currency = "USD", EquityStart = 1, EquityEnd = 2, IsPartial = false, Command = "paper", Document = "{}",
    };

    static FillRow Fill(int order) => new(Market.Start, order, "XAUUSD", "buy", "market", 1, 2000, 0, 0, 0, 1, 1, false, "", 1);

    static OrderRow Order(long number, string status) => new(Market.Start, number, "XAUUSD", "buy", "limit", 1, status, "", 1);

    static RoundTripRow Trade() => new("XAUUSD", "buy", 1, Market.Start, 2000, Market.Start + 1, 2001, 1, "signal", false, 1);

    static SearchRow Search() => new()
    {
        Id = "search", Kind = "sweep", Method = "grid", StrategyFile = "cross.csx", StrategySha256 = "ab", EngineVersion = "1", Objective = "sharpe", Seed = 1, TrialsInFamily = 2,
        Odds = "luck", Command = "sweep", Document = "{}",
    };

    static VariantRow Variant(int number, double? objective) => new()
    {
        Number = number, Rank = number + 1, Key = FormattableString.Invariant($"fast={number}"), Settings = "{}", State = "finished", Fills = 1, Trades = 1, EquityStart = 1, EquityEnd = 2,
        Objective = objective, ObjectiveReason = objective is null ? "no trades" : null, Figures = """{"sharpe":1.5}""",
    };
}
