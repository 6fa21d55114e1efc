using System.Text.Json;
using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Stores;

/// <summary>A run over a database is the run over the lake, and data go from one to the other and back with the hashes they had.</summary>
[Collection(LabCollection.Name)]
public sealed class DatabaseRunTests(Lab lab, DatabaseServer server)
{
    const string Trading = "fast=5";

    static string Samples => Repository.Path("data/samples");

    [PostgresFact]
    public void A_backtest_over_the_database_is_the_one_over_the_lake_and_data_come_back_with_their_hashes()
    {
        using var shell = lab.Fresh();
        var store = server.Prepared(shell);

        server.Run(shell, "data", "copy", "--lake", Samples, "--store", store, "--instrument", "EURUSD").Good();
        server.Run(shell, "data", "copy", "--lake", shell.Path("back"), "--store", store, "--back").Good();

        Assert.Equal(List(shell, "--lake", shell.Path("back")), List(shell, "--store", store));
        Assert.Equal(Stretches(Path.Combine(Samples, "EURUSD")), Stretches(shell.Path("back")));
        var (lake, database) = (Backtest(shell, "EURUSD", "--lake", Samples), Backtest(shell, "EURUSD", "--store", store));
        SameRun(lake, database);
        Assert.Contains("--store " + store, database.GetProperty("command").GetString(), StringComparison.Ordinal);
        Assert.Equal($"{database.GetProperty("eventLogHash")}|{database.GetProperty("fills")}|{database.GetProperty("trades")}", server.Sql(store, """
            select event_log_hash, (select count(*) from trading.fills where session = id), (select count(*) from trading.trades where session = id and not is_open) from analytics.runs
            """));
        Assert.Equal("0|t", server.Sql(store, "select (select sum(filled_qty) from trading.orders) - (select sum(qty) from trading.fills), bool_and(value is not null or reason is not null) from analytics.metrics"));
    }

    [PostgresFact(OverSharedData = true)]
    public void Real_ticks_that_are_imported_into_the_database_give_the_run_that_the_lake_gives()
    {
        using var shell = lab.Fresh();
        var store = server.Prepared(shell);
        string[] import = ["data", "import", SharedData.Path("dukascopy-bi5/GBPJPY/2012/11/05"), "--instrument", "GBPJPY", "--format", "dukascopy-bi5", "--json"];

        var (here, there) = (shell.Run([.. import, "--lake", shell.Path("lake")]).Good().Json(), server.Run(shell, [.. import, "--store", store]).Good().Json());

        Assert.Equal(here.GetProperty("count").GetInt64(), there.GetProperty("count").GetInt64());
        Assert.Equal(List(shell, "--lake", shell.Path("lake")), List(shell, "--store", store));
        foreach (var range in (string[][])[[], ["--from", "2012-12-05T09:30:00", "--to", "2012-12-05T14:00:00"]])
        {
            SameRun(Backtest(shell, "GBPJPY", ["--lake", shell.Path("lake"), .. range]), Backtest(shell, "GBPJPY", ["--store", store, .. range]));
        }
    }

    [PostgresFact(OverSharedData = true)]
    public void A_recorded_order_book_has_the_hash_of_the_lake_and_gives_its_run()
    {
        using var shell = lab.Fresh();
        var store = server.Prepared(shell);
        var script = Scripts.Of(shell, "    public override void OnBook(OrderBook book) { if (book.IsValid && Position() == 0m) Buy(0.01m); }");
        shell.Run("data", "import", SharedData.Path("binance-ws-capture/usdm/btcusdt_20240808.gz"), "--instrument", "BTCUSDT", "--format", "binance-capture", "--kind", "depth").Good();
        server.Run(shell, "data", "copy", "--store", store).Good();

        Assert.Equal(List(shell), List(shell, "--store", store));
        string[] run = ["backtest", script, "--data", "BTCUSDT:depth", "--currency", "USDT", "--from", "2024-08-08T23:57:00", "--json"];
        SameRun(shell.Run(run).Good().Json(), server.Run(shell, [.. run, "--store", store]).Good().Json());
    }

    [PostgresFact]
    public void A_calendar_in_the_database_gives_the_run_that_the_lake_gives()
    {
        using var shell = lab.Fresh();
        var store = server.Prepared(shell);
        server.Run(shell, "data", "copy", "--lake", Samples, "--store", store, "--instrument", "EURUSD", "--instrument", "USD", "--instrument", "EUR").Good();
        server.Run(shell, "data", "copy", "--lake", shell.Path("back"), "--store", store, "--back").Good();

        Assert.Equal(Stretches(Path.Combine(Samples, "USD")), Stretches(shell.Path("back/USD")));
        string[] run = ["backtest", Repository.Path("strategies/news-pause.csx"), "--data", "EURUSD:ticks", "--data", "EURUSD:calendar", "--json"];
        SameRun(shell.Run([.. run, "--lake", Samples]).Good().Json(), server.Run(shell, [.. run, "--store", store]).Good().Json());
    }

    JsonElement Backtest(Shell shell, string symbol, params string[] more) =>
        server.Run(shell, ["backtest", Scripts.SmaCross, "--data", symbol + ":ticks", "--set", Trading, "--json", .. more]).Good().Json();

    static void SameRun(JsonElement lake, JsonElement database)
    {
        Assert.True(lake.GetProperty("fills").GetInt64() > 0, "nothing was traded");
        Assert.Equal(lake.GetProperty("eventLogHash").GetString(), database.GetProperty("eventLogHash").GetString());
        Assert.Equal(lake.GetProperty("data").ToString(), database.GetProperty("data").ToString());
    }

    // All that is told of the tapes but their size on disk and the number of files or parts.
    string[] List(Shell shell, params string[] place) =>
    [
        .. server.Run(shell, ["data", "list", "--json", .. place]).Good().Json().EnumerateArray()
            .Select(tape => string.Join(' ', tape.EnumerateObject().Where(member => member.Name is not ("bytes" or "files")).Select(member => member.Value.ToString()))),
    ];

    static string[] Stretches(string lake) =>
    [
        .. Directory.EnumerateFiles(lake, "manifest.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(path => JsonElement.Parse(File.ReadAllText(path)).GetProperty("files").EnumerateArray())
            .Select(file => file.GetProperty("content").GetString() + (file.TryGetProperty("quality", out var quality) ? quality : default)),
    ];
}
