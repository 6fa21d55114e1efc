using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Runs;

/// <summary>What <c>--data</c> and <c>--out</c> can say.</summary>
[Collection(LabCollection.Name)]
public sealed class DataChoiceTests(Lab lab)
{
    const string Minutes = "time,open,high,low,close,volume\n2024-03-04 10:00:00,1.10,1.20,1.05,1.15,10\n2024-03-04 10:01:00,1.15,1.18,1.12,1.13,20\n2024-03-04 10:02:00,1.13,1.14,1.13,1.14,5\n";

    [Fact]
    public void Several_instruments_run_in_the_order_of_their_events()
    {
        using var shell = lab.FreshWithData();
        shell.Run("data", "generate", "GBPUSD", "--ticks", "5000", "--seed", "3", "--from", "2024-03-04").Good();
        var json = shell.Run("backtest", Scripts.SmaCross, "--data", "GBPUSD", "--data", "EURUSD:ticks", "--json").Good().Json();
        Assert.Equal(["GBPUSD", "EURUSD"], json.GetProperty("data").EnumerateArray().Select(data => data.GetProperty("instrument").GetString()));
        Assert.Equal(65_000, json.GetProperty("events").GetInt64());
    }

    [Fact]
    public void Bars_are_data_too()
    {
        using var shell = lab.Fresh();
        shell.Run("data", "import", shell.Write("bars.csv", Minutes), "--instrument", "EURUSD", "--format", "csv", "--kind", "bars", "--timeframe", "1m@bid").Good();
        foreach (var data in (string[])["EURUSD:1m@bid", "EURUSD", "EURUSD:1m@bid@csv"])
        {
            var json = shell.Run("backtest", Scripts.SmaCross, "--data", data, "--set", "timeframe=1m@bid", "--set", "fast=1", "--set", "slow=2", "--json").Good().Json();
            Assert.Equal(("1m@bid", 3), (json.GetProperty("data")[0].GetProperty("kind").GetString(), json.GetProperty("events").GetInt64()));
            Assert.Equal(1, json.GetProperty("fills").GetInt64());
        }
    }

    [Fact]
    public void Quotes_and_prints_of_one_instrument_are_one_market()
    {
        using var shell = lab.Fresh();
        var bars = shell.Write("bars.csv", Minutes);
        shell.Run("data", "import", bars, "--instrument", "EURUSD", "--format", "csv", "--timeframe", "1m", "--as-ticks", "close").Good();
        shell.Run("data", "import", bars, "--instrument", "EURUSD", "--format", "csv", "--timeframe", "1m", "--as-trades", "close").Good();
        var script = Scripts.Of(shell, """
                decimal last;
                public override void OnTrade(in Trade trade) => last = trade.Price;
                public override void OnStart() => Subscribe(Bars.Minutes(1));
                public override void OnBar(in Bar bar) { if (Position() == 0m) Buy(1000m, tag: Invariant($"{Instruments.Count} {last}")); }
            """);
        var json = shell.Run("backtest", script, "--data", "EURUSD:ticks", "--data", "EURUSD:trades", "--json").Good().Json();
        var trade = json.GetProperty("tables").GetProperty("openTrades")[0];
        Assert.Equal(("1 1.15000", "1.13"), (trade.GetProperty("entryTag").GetString(), trade.GetProperty("entryPrice").GetString()));
        Assert.Equal(["ticks", "trades"], json.GetProperty("data").EnumerateArray().Select(data => data.GetProperty("kind").GetString()));
    }

    [Fact]
    public void An_instrument_of_the_users_own_is_taken_from_his_table()
    {
        using var shell = lab.Fresh();
        Directory.CreateDirectory(shell.Path("home/data"));
        shell.Write("home/data/instruments.json", """[{"symbol":"MINE","class":"equity","quote":"EUR","point":0.01}]""");
        shell.Run("data", "import", shell.Write("bars.csv", Minutes), "--instrument", "MINE", "--format", "csv", "--kind", "bars", "--timeframe", "1m").Good();
        Assert.Equal("EUR", shell.Run("backtest", Scripts.SmaCross, "--data", "MINE", "--set", "timeframe=1m", "--json").Good().Json().GetProperty("equity").GetProperty("currency").GetString());

        shell.Write("home/data/instruments.json", """[{"symbol":"MINE","pont":0.01}]""");
        shell.Run("data", "import", shell.Path("bars.csv"), "--instrument", "MINE", "--format", "csv").Refused("WB2005", ExitCode.Data).Saying("instruments.json");
    }

    [Fact]
    public void A_calendar_of_the_users_own_shapes_the_day_and_a_contradictory_one_stops_before_the_run()
    {
        using var shell = lab.Fresh();
        Directory.CreateDirectory(shell.Path("home/data"));
        shell.Write("home/data/calendars.json", """[{"name":"mine","timeZone":"UTC","sessions":[{"days":"mon-sun","from":"09:00","to":"17:00"}]}]""");
        shell.Run("data", "import", shell.Write("bars.csv", Minutes), "--instrument", "EURUSD", "--calendar", "mine", "--format", "csv", "--kind", "bars", "--timeframe", "1m").Good();
        shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--set", "timeframe=1m").Good();

        shell.Write("home/data/calendars.json", """[{"name":"mine","timeZone":"UTC","sessions":[{"days":"mon-sun","from":"17:00","to":"09:00"}]}]""");
        shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--set", "timeframe=1m").Refused("WB2009", ExitCode.Data).Saying("calendars.json");

        File.Delete(shell.Path("home/data/calendars.json"));
        shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--set", "timeframe=1m").Refused("WB2006", ExitCode.Usage).Saying("'mine'");
    }

    [Fact]
    public void A_run_goes_where_out_says_and_replaces_an_earlier_one()
    {
        using var shell = lab.FreshWithData();
        var place = shell.Path("mine");
        var first = shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--out", place, "--json").Good().Json();
        var second = shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--out", place, "--json").Good().Json();
        Assert.NotEqual(first.GetProperty("runId").GetString(), second.GetProperty("runId").GetString());
        Assert.Contains(second.GetProperty("runId").GetString()!, File.ReadAllText(Path.Combine(place, "result.json")), StringComparison.Ordinal);
        Assert.Equal(second.GetProperty("runId").GetString(), shell.Run("report", place, "--json").Good().Json().GetProperty("runId").GetString());
        Assert.False(Directory.Exists(shell.Runs));
    }
}
