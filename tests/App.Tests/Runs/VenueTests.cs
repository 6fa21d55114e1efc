using System.Globalization;
using System.Text.Json;
using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Runs;

/// <summary>How the venue fills, as a configuration says it in words, and several scripts over one account.</summary>
[Collection(LabCollection.Name)]
public sealed class VenueTests(Lab lab)
{
    // Buys 1,000 on the first tick, sells on the third: filled on the second and the fourth.
    const string OneTrade = """
            [Parameter] public decimal Qty { get; init; } = 1_000m;
            int n;
            public override void OnTick(in Tick tick)
            {
                if (++n == 1) Buy(Qty, tag: "in");
                if (n == 3) Sell(Qty, tag: "out");
            }
        """;

    const string FourTicks = "time,bid,ask\n2024-03-04 10:00:00,150.000,150.010\n2024-03-04 10:00:01,150.020,150.030\n2024-03-04 10:00:02,150.100,150.110\n2024-03-04 10:00:03,151.040,151.050\n2024-03-04 10:00:04,151.000,151.010\n";

    [Fact]
    public void Words_of_a_configuration_change_the_fills_and_stand_in_the_identity()
    {
        using var shell = WithTicks();
        var json = Run(shell, """{"slippage":"ticks 3","arrival":"atOnce","latency":"constant 250ms"}""");
        var config = json.GetProperty("config");

        Assert.Equal(["ticks 3", "atOnce", "constant 250ms 250ms 250ms", "unlimited", "risk-averse", "worst"], new[] { "slippage", "arrival", "latency", "liquidity", "queue", "path" }.Select(name => config.GetProperty(name).GetString()));
        Assert.Equal(2m * 3m * 0.001m * 1_000m, Money(json.GetProperty("costs"), "slippage"));

        // At once means the quote in force a quarter of a second after the decision: that of the tick which caused it.
        Assert.Equal(1_000m * (150.100m - 0.003m - (150.010m + 0.003m)), Money(json.GetProperty("equity"), "end") - 100_000m);
    }

    [Fact]
    public void Measured_latencies_come_from_a_file_beside_the_configuration()
    {
        using var shell = WithTicks();
        shell.Write("session.txt", "1500\n1500\n");
        var json = Run(shell, """{"latency":"measured session.txt"}""");

        Assert.StartsWith("measured session.txt sha256:", json.GetProperty("config").GetProperty("latency").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, json.GetProperty("fills").GetInt64());
        shell.Write("session.txt", "1500\nfast\n");
        Refused(shell, """{"latency":"measured session.txt"}""", "line 2");
        Refused(shell, """{"latency":"measured gone.txt"}""", "gone.txt");
    }

    [Theory]
    [InlineData("""{"latency":"soon"}""", "constant 50ms")]
    [InlineData("""{"slippage":"ticks -1"}""", "-1")]
    [InlineData("""{"liquidity":"share 2"}""", "share 0.1")]
    [InlineData("""{"path":"sideways"}""", "nearest")]
    [InlineData("""{"resolve":"1m"}""", "no longer ones")]
    [InlineData("""{"slipage":"ticks 1"}""", "slippage")]
    public void Words_that_say_nothing_are_refused_with_those_that_do(string config, string said)
    {
        using var shell = WithTicks();
        Refused(shell, config, said);
    }

    [Fact]
    public void Shorter_bars_resolve_what_the_run_s_bars_leave_open()
    {
        using var shell = lab.Fresh();
        Import(shell, "hours", "time,open,high,low,close\n2024-03-04 09:00:00,150.000,150.100,149.900,150.000\n2024-03-04 10:00:00,150.000,151.000,149.000,150.000\n2024-03-04 11:00:00,150.000,150.100,149.900,150.000\n", "1h");
        Import(shell, "minutes", "time,open,high,low,close\n2024-03-04 10:00:00,150.000,151.000,150.000,150.500\n2024-03-04 10:30:00,150.500,150.600,149.000,150.000\n", "30m");
        var script = Scripts.Of(shell, """
                public override void OnStart() => Subscribe(Bars.Hours(1));
                public override void OnBar(in Bar bar)
                {
                    if (Position() == 0m && OpenOrders.Count == 0)
                        SendBracket(NewOrder.Market(Side.Buy, 1_000m), NewOrder.Stop(Side.Sell, 1_000m, 149.500m) with { Tag = "stop" }, NewOrder.Limit(Side.Sell, 1_000m, 150.800m) with { Tag = "target" });
                }
            """, "bracket");
        string Exit(string config) => shell.Run("backtest", script, "--data", "GBPJPY:1h", "--json", "--config", shell.Write("venue.json", config)).Good().Json()
            .GetProperty("tables").GetProperty("byExitTag")[0].GetProperty("name").GetString()!;

        Assert.Equal(("stop", "target"), (Exit("{}"), Exit("""{"resolve":"30m"}""")));
    }

    [Fact]
    public void Scripts_share_an_account_and_keep_books_of_their_own()
    {
        using var shell = WithTicks();
        var (one, two) = (Scripts.Of(shell, OneTrade, "one"), Scripts.Of(shell, OneTrade.Replace("Buy(", "Sell(0m + ", StringComparison.Ordinal), "two"));
        var json = shell.Run("backtest", one, "--with", two, "--data", "GBPJPY:ticks", "--set", "one.qty=3000", "--json").Good().Json();

        Assert.Equal(["one", "two"], json.GetProperty("config").GetProperty("books").EnumerateArray().Select(book => book.GetString()));
        Assert.Equal("3000", json.GetProperty("parameters").GetProperty("qty").ToString());
        Assert.Equal("two", json.GetProperty("moreScripts")[0].GetProperty("book").GetString());
        Assert.Equal(4, json.GetProperty("fills").GetInt64());
    }

    Shell WithTicks()
    {
        var shell = lab.Fresh();
        shell.Run("data", "import", shell.Write("GBPJPY.csv", FourTicks), "--instrument", "GBPJPY", "--format", "csv").Good();
        return shell;
    }

    static void Import(Shell shell, string name, string text, string timeframe) =>
        shell.Run("data", "import", shell.Write(name + ".csv", text), "--instrument", "GBPJPY", "--format", "csv", "--kind", "bars", "--timeframe", timeframe).Good();

    static JsonElement Run(Shell shell, string config) =>
        shell.Run("backtest", Scripts.Of(shell, OneTrade, "one-trade"), "--data", "GBPJPY:ticks", "--json", "--config", shell.Write("venue.json", config)).Good().Json();

    static void Refused(Shell shell, string config, string said)
    {
        var before = Shell.Snapshot(shell.Runs);
        var answer = shell.Run("backtest", Scripts.Of(shell, OneTrade, "one-trade"), "--data", "GBPJPY:ticks", "--config", shell.Write("venue.json", config));

        Assert.Contains(said, answer.Error, StringComparison.Ordinal);
        Assert.NotEqual(ExitCode.Ok, answer.Exit);
        Assert.Equal(before, Shell.Snapshot(shell.Runs));
    }

    static decimal Money(JsonElement json, string name) => decimal.Parse(json.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
