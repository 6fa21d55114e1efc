using System.Text.Json;
using Workbench.Core;

namespace Workbench.App.Tests.Sessions;

/// <summary>What a session earns by hour and by signal, and how far that is from what was promised.</summary>
public class PerformanceMonitorTests
{
    static readonly Instrument EurUsd = new() { Symbol = "EURUSD", BaseCurrency = "EUR", QuoteCurrency = "USD", PriceScale = 5 };

    [Fact]
    public void Trades_are_counted_in_the_hour_and_under_the_signal_that_they_belong_to()
    {
        using var monitor = new PerformanceMonitor("test", new Expectation("run", 0.5, 1d));
        Trade(monitor, "up", hour: 1, pnl: 10m, held: 60);
        Trade(monitor, "up", hour: 1, pnl: -4m, held: 120);
        Trade(monitor, "down", hour: 2, pnl: 6m, held: 30);
        Trade(monitor, "down", hour: 2, pnl: 100m, held: 30, isOpen: true);

        using var document = JsonDocument.Parse(JsonText.Of(monitor.Write).ToArray());
        var root = document.RootElement;
        Assert.Equal((3, "12"), (root.GetProperty("trades").GetInt32(), root.GetProperty("profit").GetString()));
        Assert.Equal((2, "6"), Figures(root.GetProperty("signals").GetProperty("up")));
        Assert.Equal((1, "6"), Figures(root.GetProperty("signals").GetProperty("down")));
        Assert.Equal([(2, "6"), (1, "6")], root.GetProperty("hours").EnumerateObject().Select(hour => Figures(hour.Value)));
        Assert.Equal(0.5774, root.GetProperty("expected").GetProperty("winRateStandardErrorsOff").GetDouble(), 2);
    }

    static (int, string?) Figures(JsonElement of) => (of.GetProperty("trades").GetInt32(), of.GetProperty("profit").GetString());

    static void Trade(PerformanceMonitor monitor, string signal, int hour, decimal pnl, int held, bool isOpen = false)
    {
        var exit = hour * UtcNanos.Hour + 600 * UtcNanos.Second;
        var trade = new RoundTrip(EurUsd, Side.Buy, 1_000m, exit - held * UtcNanos.Second, 1.1m, exit, 1.2m, pnl, default, signal, "", isOpen);
        monitor.Trade(in trade);
    }
}
