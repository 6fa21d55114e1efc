using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Stores;

/// <summary>What runs over a database leaves its rows there: sessions what they traded, searches and studies what they tried.</summary>
[Collection(LabCollection.Name)]
public sealed class DatabaseRowsTests(Lab lab, DatabaseServer server)
{
    static readonly string[] Axes = ["--data", "EURUSD:ticks", "--set", "fast=5,10", "--set", "slow=20", "--set", "timeframe=1m", "--json"];
    static readonly string[] Point = ["--data", "EURUSD:ticks", "--set", "fast=5", "--set", "slow=20", "--set", "timeframe=1m", "--json"];

    [PostgresFact]
    public void A_session_leaves_its_orders_fills_and_trades_and_ends_without_a_database_that_is_away()
    {
        using var shell = lab.Fresh();
        var store = Filled(shell);
        string[] paper = ["paper", Scripts.SmaCross, .. Point, "--store", store];
        var session = server.Run(shell, paper).Good().Json();

        Assert.True(session.GetProperty("fills").GetInt64() > 0, "nothing was traded");
        Assert.Equal($"paper|{session.GetProperty("eventLogHash")}|{session.GetProperty("fills")}|{session.GetProperty("trades")}|0", server.Sql(store, """
            select r.mode, r.event_log_hash, (select count(*) from trading.fills where session = s.id), (select count(*) from trading.trades where session = s.id and not is_open),
                (select count(*) from trading.orders where status is null or filled_qty > qty or filled_qty <> coalesce((select sum(qty) from trading.fills where order_id = id), 0))
            from trading.sessions s join analytics.runs r on r.id = s.run
            """));
        Assert.Equal(Assert.Single(Directory.GetDirectories(shell.Journals)), shell.Path("home/data/journals/" + server.Sql(store, "select id from trading.sessions")));

        server.Sql(store, "alter table analytics.runs rename to elsewhere");
        var away = server.Run(shell, paper).Good();
        Assert.Contains("not in the database", away.Error, StringComparison.Ordinal);
        Assert.Equal(session.GetProperty("eventLogHash").GetString(), away.Json().GetProperty("eventLogHash").GetString());
    }

    [PostgresFact]
    public void A_sweep_leaves_each_variant_and_the_odds_of_its_report_once()
    {
        using var shell = lab.Fresh();
        var store = Filled(shell);
        var sweep = server.Run(shell, ["sweep", Scripts.SmaCross, .. Axes, "--objective", "netProfit", "--store", store]).Good().Json();
        server.Run(shell, "sweep", "--resume", "last", "--json").Good();

        var best = sweep.GetProperty("variants")[0];
        Assert.Equal($"sweep|{sweep.GetProperty("sweepId")}|{sweep.GetProperty("odds").GetProperty("sentence")}|2", server.Sql(store, """
            select kind, id, odds, (select count(*) from analytics.variants where search = id) from analytics.searches
            """));
        Assert.Equal($"{best.GetProperty("eventLogHash")}|{best.GetProperty("fills")}|{best.GetProperty("parameters").GetProperty("fast")}|t", server.Sql(store, """
            select event_log_hash, fills, settings -> 'fast', objective = (figures ->> 'netProfit')::double precision from analytics.variants where rank = 1
            """));
    }

    [PostgresFact]
    public void Studies_and_evolutions_leave_theirs()
    {
        using var shell = lab.Fresh();
        var store = Filled(shell);
        string[] walk = ["walkforward", Scripts.SmaCross, .. Axes, "--folds", "2", "--store", store];
        server.Run(shell, walk).Good();
        server.Run(shell, walk).Good();
        var stress = server.Run(shell, ["stress", Scripts.SmaCross, .. Point, "--kinds", "flash-crash", "--seeds", "1", "--strengths", "1", "--store", store]).Good().Json();
        var evolve = server.Run(shell, ["evolve", Scripts.SmaCross, .. Axes, "--population", "4", "--islands", "1", "--generations", "1", "--min-trades", "0", "--store", store]).Good().Json();

        Assert.Equal($"{evolve.GetProperty("evolution")}|{evolve.GetProperty("champions").GetArrayLength()}", Row(store, "evolve"));
        Assert.EndsWith("|1", Row(store, "stress"), StringComparison.Ordinal);
        Assert.EndsWith("|2", Row(store, "walkforward"), StringComparison.Ordinal);
        Assert.Equal(stress.GetProperty("eventLogHash").GetString(), server.Sql(store, "select event_log_hash from analytics.variants v join analytics.searches s on s.id = v.search where kind = 'stress'"));
        Assert.Equal("3", server.Sql(store, "select count(*) from analytics.searches where jsonb_array_length(data) > 0"));
    }

    string Filled(Shell shell)
    {
        var store = server.Prepared(shell);
        server.Run(shell, "data", "copy", "--lake", lab.Shell.Lake, "--store", store).Good();
        return store;
    }

    // One of that kind: a second row would be a second line.
    string Row(string store, string kind) => server.Sql(store, $"select id, (select count(*) from analytics.variants where search = id) from analytics.searches where kind = '{kind}'");
}
