using System.Globalization;
using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Peers;

/// <summary>backtesting.py's SMA cross on GOOG: reversed with all equity at the next open, sized at that open, its statistics to the eighth decimal.</summary>
[Collection(LabCollection.Name)]
public sealed class BacktestingTests(Lab lab)
{
    const double Exact = 1e-8;

    readonly JsonElement expected = Expected();
    readonly SortedSet<string> compared = ["Start", "End"];

    [SharedDataFact]
    public void Sma_cross_on_GOOG_ends_as_in_backtesting_py()
    {
        using var peer = Goog();
        var run = Run(peer);

        Assert.Equal((66, 51_422.99m), (run.Trades.Count, run.EndEquity));
        Same("Equity Final [$]", (double)run.EndEquity);
        TheirFiguresThatAreOurs(run);
        TheirFiguresOnOurTrades(run);
        TheirFiguresOnOurCurve(run);
        OurFiguresThatAreNotTheirs(run);
        Assert.Empty(expected.EnumerateObject().Select(figure => figure.Name).Except(compared));
    }

    /// <summary>One formula on both sides.</summary>
    void TheirFiguresThatAreOurs(PeerRun run)
    {
        Same("# Trades", run.Metric("trades"));
        Same("Return [%]", 100 * run.Metric("totalReturn"));
        Same("Win Rate [%]", 100 * run.Metric("winRate"));
        Same("SQN", run.Metric("sqn"));
        Same("Kelly Criterion", run.Metric("kelly"));
        Same("Max. Drawdown [%]", -100 * run.Document.GetProperty("tables").GetProperty("drawdowns")[0].GetProperty("depth").GetDouble());

        // Ours with their days: 3,116 dates apart, not from the first opening bell to the last closing one.
        Same("CAGR [%]", 100 * (Math.Pow(1 + run.Metric("totalReturn"), 365.25 / 3116) - 1));
        Assert.Equal(3116.3125, run.Metric("days"), 6);
        Assert.Equal(0.21157913649174542, run.Metric("cagr"), Exact);
    }

    void TheirFiguresOnOurTrades(PeerRun run)
    {
        var trades = run.Trades.Select(Return).ToList();
        Same("Best Trade [%]", 100 * trades.Max());
        Same("Worst Trade [%]", 100 * trades.Min());
        Same("Avg. Trade [%]", 100 * BacktestingFormulas.AverageTrade(trades));
        Same("Expectancy [%]", 100 * trades.Average());
        Same("Profit Factor", BacktestingFormulas.ProfitFactor(trades));

        // They count dates and round up; our mean is 45.67 days.
        var held = run.Trades.Select(trade => Day(trade.ExitTime).DayNumber - Day(trade.EntryTime).DayNumber).ToList();
        Same("Avg. Trade Duration", held.Average());
        Same("Max. Trade Duration", (double)held.Max());
        Assert.Equal(45.67, run.Metric("averageHeld") / 86_400, 2);
    }

    void TheirFiguresOnOurCurve(PeerRun run)
    {
        var equity = run.Equity();
        var rows = File.ReadLines(SharedData.Path("daily-csv/GOOG.csv")).Skip(1).Select(row => row.Split(',')).ToList();
        var days = rows.ConvertAll(row => DateOnly.Parse(row[0], CultureInfo.InvariantCulture));
        var closes = rows.ConvertAll(row => double.Parse(row[4], CultureInfo.InvariantCulture));
        Assert.Equal((2_148, 2_148), (equity.Count, closes.Count));
        Assert.Equal((expected.GetProperty("Start").GetString(), expected.GetProperty("End").GetString()), (rows[0][0], rows[^1][0]));
        Same("Duration", (double)(days[^1].DayNumber - days[0].DayNumber));
        Same("Exposure Time [%]", 100d * days.Count(day => day >= Day(run.Trades[0].EntryTime)) / days.Count);

        var falls = BacktestingFormulas.Falls(equity);
        Same("Avg. Drawdown [%]", -100 * falls.Average(fall => fall.Depth));
        Same("Avg. Drawdown Duration", falls.Average(fall => days[fall.To].DayNumber - days[fall.From].DayNumber));
        Same("Max. Drawdown Duration", (double)falls.Max(fall => days[fall.To].DayNumber - days[fall.From].DayNumber));

        Same("Equity Peak [$]", equity.Max());
        Same("Return (Ann.) [%]", 100 * BacktestingFormulas.AnnualReturn(equity));
        Same("Volatility (Ann.) [%]", 100 * BacktestingFormulas.AnnualVolatility(equity));
        Same("Sharpe Ratio", BacktestingFormulas.AnnualReturn(equity) / BacktestingFormulas.AnnualVolatility(equity));
        Same("Sortino Ratio", BacktestingFormulas.Sortino(equity));
        Same("Calmar Ratio", BacktestingFormulas.AnnualReturn(equity) / falls.Max(fall => fall.Depth));
        Same("Beta", BacktestingFormulas.Beta(equity, closes));

        // Their market begins with the first bar on which the slow average is known.
        var market = 100 * (closes[^1] / closes[29] - 1);
        Same("Buy & Hold Return [%]", market);
        Same("Alpha [%]", 100 * run.Metric("totalReturn") - BacktestingFormulas.Beta(equity, closes) * market);
    }

    /// <summary>What our report shows under the same or a similar name; tests/Golden/Peers/README.md says why it is another number.</summary>
    static void OurFiguresThatAreNotTheirs(PeerRun run)
    {
        (string Name, double Ours)[] pinned =
        [
            ("maxDrawdown", 0.49148304974916884), ("volatility", 0.2948235756831459), ("sharpe", 0.7981653229981016), ("sortino", 1.2055073959469014),
            ("calmar", 0.43049121755007835), ("profitFactor", 1.4778410020970654), ("marketChange", 7.0619), ("timeInMarket", 0.9671687290703979),
            ("beta", 0.04610426842685553), ("alpha", 0.22132295409520253), ("expectancy", 627.62106060606060606060606061),
        ];
        Assert.All(pinned, figure => Assert.Equal(figure.Ours, run.Metric(figure.Name), Exact));
    }

    /// <summary>A statistic to the eighth decimal; one in days as they write it, rounded up.</summary>
    void Same(string name, double ours)
    {
        compared.Add(name);
        var theirs = expected.GetProperty(name);
        var isSame = theirs.ValueKind == JsonValueKind.String
            ? theirs.GetString() == FormattableString.Invariant($"{Math.Ceiling(ours)} days")
            : Math.Abs(theirs.GetDouble() - ours) <= Exact;
        Assert.True(isSame, FormattableString.Invariant($"{name}: {theirs} was expected, {ours} came out"));
    }

    static DateOnly Day(long time) => DateOnly.FromDateTime(UtcNanos.ToDateTime(time));

    static double Return(TradeRow trade)
    {
        var change = (double)(trade.ExitPrice / trade.EntryPrice - 1m);
        return trade.Side == "buy" ? change : -change;
    }

    static PeerRun Run(Peer peer) => peer.Run("backtesting-sma-cross.csx", "backtesting.json", "--data", "GOOG:ticks", "--cash", "10000");

    Peer Goog() => new Peer(lab).Import("daily-csv/GOOG.csv", "GOOG", "csv", "--point", "0.01", "--quote", "USD", "--timeframe", "1d", "--as-ticks", "ohlc");

    static JsonElement Expected()
    {
        if (SharedData.Root is null)
        {
            return default;
        }

        using var file = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("reference/backtesting-py/goog-sma-cross.json")));
        return file.RootElement.GetProperty("expected").Clone();
    }
}
