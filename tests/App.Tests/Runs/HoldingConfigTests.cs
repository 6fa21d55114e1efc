using System.Globalization;
using System.Text.Json;
using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Runs;

/// <summary>Account, rates and corporate actions from <c>--config</c>: booked by hand, and refused before the run where they contradict themselves.</summary>
[Collection(LabCollection.Name)]
public sealed class HoldingConfigTests(Lab lab)
{
    // Buys 1,000 on the first tick, filled on the second, and holds.
    const string Hold = "    int n; public override void OnTick(in Tick tick) { if (++n == 1) Buy(1000m); }";

    // Monday to Thursday over two New York closes: 22:00 UTC before the second Sunday of March 2024, 21:00 after.
    const string Ticks = "time,bid,ask\n2024-03-08 21:00:00,1.10000,1.10000\n2024-03-08 21:30:00,1.10000,1.10000\n2024-03-08 22:30:00,1.10000,1.10000\n2024-03-11 20:30:00,1.10000,1.10000\n2024-03-11 21:30:00,1.10000,1.10000\n2024-03-13 20:59:00,1.10000,1.10000\n2024-03-13 21:01:00,1.10000,1.10000\n";

    [Fact]
    public void Swap_turns_at_17_New_York_whatever_daylight_saving_does()
    {
        using var shell = WithTicks();
        var json = Run(shell, """{"swap":{"EURUSD":{"unit":"money","lotSize":1000,"long":-1.5,"short":0.5}}}""");

        // Friday 22:00 UTC, Monday and Tuesday 21:00, Wednesday 21:00 for three nights.
        Assert.Equal(9.0m, Money(json, "costs", "swap"));
        Assert.Equal(100_000m - 9m, Money(json, "equity", "end"));
        Assert.Contains("EURUSD swap: money per 1000 units, cut-off fx-newyork-17, nights Sunday to Saturday 0 1 1 3 1 1 0, 1 row", json.GetProperty("models")[2].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Interest_of_two_currencies_comes_from_a_file_by_date()
    {
        using var shell = WithTicks();
        shell.Write("rates.csv", "currency,from,rate\nEUR,2024-03-01,0.04\nUSD,2024-03,0.05\nEUR,2024-03-12,0.0865\n");
        var json = Run(shell, """{"swap":{"EURUSD":{"unit":"interest","currencies":"rates.csv","daysInYear":365,"tripleDay":"none"}}}""");

        // Three nights at -1 % (Friday, Saturday, Sunday), Monday too, then 3.65 % on Tuesday and Wednesday.
        Assert.Equal(-Math.Round(1100m * (-0.01m * 4m + 0.0365m * 2m) / 365m, 9), Math.Round(Money(json, "costs", "swap"), 9));
    }

    [Fact]
    public void Leverage_and_levels_reach_the_run_and_its_identity()
    {
        using var shell = WithTicks();
        var json = Run(shell, """{"account":{"mode":"hedging","leverage":2,"stopOut":0.4,"stopOutOrder":"allAtOnce","margin":{"US30":{"initial":0.1}}}}""", "--cash", "500");

        Assert.Equal(1, json.GetProperty("orders").GetProperty("rejected").GetInt32());
        Assert.Equal("hedging", json.GetProperty("config").GetProperty("account").GetProperty("mode").GetString());
        Assert.Equal("account: hedging, leverage 2, stop-out at 0.4 of the initial margin, margin call at 1 of it, all at once, closed when equity is used up", json.GetProperty("models")[1].GetString());
    }

    [Fact]
    public void Each_cash_flow_is_a_row_of_its_table()
    {
        using var shell = WithTicks();
        var json = Run(shell, """{"dividends":{"EURUSD":[{"date":"2024-03-12","amount":0.25}]},"funding":{"EURUSD":{"everyHours":24,"rates":[{"time":"2024-03-08T21:45:00Z","rate":0.001},{"time":"2024-03-09","rate":0},{"time":"2024-03-10","rate":0},{"time":"2024-03-11","rate":0},{"time":"2024-03-12","rate":0},{"time":"2024-03-13","rate":0}]}}}""");

        Assert.Equal(("250", "1.1"), (json.GetProperty("dividends").GetString(), json.GetProperty("costs").GetProperty("funding").GetString()));
        using var table = Workbench.Data.Parquet.ParquetTable.Open(shell.Path("home/" + json.GetProperty("artifacts").GetProperty("cash").GetString()));
        Assert.True(table.Read());
        Assert.Equal(("funding", -1.1m), (table.Text("kind"), table.Decimal("amount")));
        Assert.True(table.Read());
        Assert.Equal(("dividend", 250m, 0L), (table.Text("kind"), table.Decimal("amount"), table.Whole("script")));
        Assert.False(table.Read());
    }

    [Theory]
    [InlineData("""{"swap":{"EURUSD":{"rates":[{"from":"2024-03-01","long":1,"short":1},{"from":"2024-03-01","long":2,"short":1}]}}}""", "WB1030", "swap.EURUSD.rates[1]: a second row for 2024-03-01T00:00:00Z")]
    [InlineData("""{"swap":{"EURUSD":{"rates":[{"from":"2024-03-02","long":1,"short":1},{"from":"2024-03-01","long":2,"short":1}]}}}""", "WB1030", "rows go forward in time")]
    [InlineData("""{"swap":{"EURUSD":{"rates":[{"from":"2024-03-10","long":1,"short":1}]}}}""", "WB1031", "2024-03-08T21:00:00Z")]
    [InlineData("""{"swap":{"EURUSD":{"rates":[{"from":"2024-01-10","long":1,"short":1}]}}}""", "WB1031", "2024-03-13")]
    [InlineData("""{"swap":{"EURUSD":{"long":1}}}""", "WB1008", "one of long and short, and not the other")]
    [InlineData("""{"swap":{"EURUSD":{"long":1,"short":2,"currencies":[{"currency":"EUR","from":"2024-01-01","rate":0}]}}}""", "WB1008", "only one of them")]
    [InlineData("""{"swap":{"EURUSD":{"unit":"interest","currencies":[{"currency":"EUR","from":"2024-03-01","rate":0}]}}}""", "WB1031", "the currency USD")]
    [InlineData("""{"swap":{"EURUSD":{"long":1,"short":2,"lots":3}}}""", "WB1008", "has no 'lots'")]
    [InlineData("""{"swap":{"EURUSD":{"rates":"nowhere.csv"}}}""", "WB1006", "nowhere.csv")]
    [InlineData("""{"swap":{"EURUSD":{"rates":[{"from":"soon","long":1,"short":1}]}}}""", "WB1030", "'soon'")]
    [InlineData("""{"funding":{"EURUSD":{"rates":[{"time":"2024-03-08","rate":0.0001}]}}}""", "WB1031", "funding.EURUSD")]
    [InlineData("""{"funding":{"EURUSD":{"rates":[{"time":"2024-03-08","rate":1.5}]}}}""", "WB1030", "between -1 and 1")]
    [InlineData("""{"borrow":{"EURUSD":{"rate":-0.1}}}""", "WB1030", "not negative")]
    [InlineData("""{"splits":{"EURUSD":[{"date":"2024-03-11","new":0,"old":1}]}}""", "WB1030", "splits.EURUSD[0]: a split gives new shares above 0")]
    [InlineData("""{"dividends":{"EURUSD":[{"date":"2024-03-11","amount":0}]}}""", "WB1030", "above 0")]
    [InlineData("""{"dividends":{"EURUSD":[]}}""", "WB1030", "no rows")]
    [InlineData("""{"account":{"leverage":0.5}}""", "WB1008", "from 1 to 10000")]
    [InlineData("""{"account":{"mode":"both"}}""", "WB1008", "known are netting, hedging")]
    [InlineData("""{"account":{"margin":{"EURUSD":{"initial":0.1,"maintenance":0.2}}}}""", "WB1008", "not above the initial margin")]
    [InlineData("""{"commission":{"default":{"tiers":[{"from":5,"rate":0.1},{"from":5,"rate":0.2}]}}}""", "WB1030", "borders of tiers rise")]
    [InlineData("""{"commission":{"default":{"minimum":5,"maximum":1}}}""", "WB1008", "below the minimum")]
    public void What_contradicts_itself_or_does_not_reach_is_refused_before_the_run(string config, string code, string saying)
    {
        using var shell = WithTicks();
        var refusal = shell.Run("backtest", Script(shell), "--data", "EURUSD", "--config", shell.Write("config.json", config));

        Assert.Contains(code, refusal.Error, StringComparison.Ordinal);
        Assert.Contains(saying, refusal.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(shell.Runs) ? Directory.GetFileSystemEntries(shell.Runs) : []);
    }

    [Fact]
    public void A_row_of_a_file_is_named_by_its_line()
    {
        using var shell = WithTicks();
        shell.Write("swap.csv", "from,long,short\n2024-03-01,1,1\n\n2024-03-02,x,1\n");

        shell.Run("backtest", Script(shell), "--data", "EURUSD", "--config", shell.Write("config.json", """{"swap":{"EURUSD":{"rates":"swap.csv"}}}""")).Refused("WB1030", ExitCode.Usage).Saying("swap.csv:4: 'long' is 'x'");
    }

    Shell WithTicks()
    {
        var shell = lab.Fresh();
        shell.Run("data", "import", shell.Write("EURUSD.csv", Ticks), "--instrument", "EURUSD", "--format", "csv").Good();
        return shell;
    }

    static string Script(Shell shell) => Scripts.Of(shell, Hold, "hold");

    static JsonElement Run(Shell shell, string config, params string[] more) =>
        shell.Run(["backtest", Script(shell), "--data", "EURUSD", "--json", "--config", shell.Write("config.json", config), .. more]).Good().Json();

    static decimal Money(JsonElement json, string group, string name) =>
        decimal.Parse(json.GetProperty(group).GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
