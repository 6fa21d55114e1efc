using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App.Tests.Search.Field;

/// <summary>A variant's result is that of its single backtest: the hash, and every figure.</summary>
public sealed class FieldEqualityTests(FieldLab lab) : IClassFixture<FieldLab>
{
    [Theory]
    [InlineData("sma-cross", "EURUSD", null, 70, 1)]
    [InlineData("sma-cross", "bars", null, 40, 2)]
    [InlineData("breakout", "EURUSD XAUUSD", null, 40, 3)]
    [InlineData("session-trend", "XAUUSD", "EUR", 40, 4)]
    public void Two_hundred_variants_come_to_what_their_single_backtests_come_to(string name, string data, string? currency, int count, int seed)
    {
        var variants = lab.Variants(name, count, new SeededRandom(seed));
        Equal(name, data, currency, variants, $"seed {seed}");
    }

    [Fact]
    public void Variants_that_trade_on_ticks_do_too()
    {
        IReadOnlyList<FieldVariant> variants = [.. Enumerable.Range(0, 10).Select(i => lab.Variant("sma-cross", [$"fast={10 + i * 7}", $"slow={150 + i * 20}", "timeframe=tick"]))];
        Equal("sma-cross", "EURUSD", null, variants, "on ticks");
    }

    [Theory]
    [InlineData(1, 400, 64)]
    [InlineData(2, 0, 1)]
    [InlineData(1, 0, 3)]
    [InlineData(3, 0, 1_000)]
    public void Neither_cores_nor_memory_nor_windows_change_a_result(int cores, int memoryMb, int window)
    {
        foreach (var (name, data, currency) in ((string, string, string?)[])[("sma-cross", "bars", null), ("session-trend", "XAUUSD", "EUR"), ("breakout", "EURUSD XAUUSD", null)])
        {
            var (setup, request) = lab.Over(name, data, currency);
            var variants = lab.Variants(name, 9, new SeededRandom(9));
            using var usual = new App.Field(FieldSetup.Of(setup, request) with { Cores = 2 });
            using var other = new App.Field(FieldSetup.Of(setup, request) with { Cores = cores, MemoryMb = memoryMb, Window = window });

            var expected = usual.Run(variants, null, CancellationToken.None).Select(FieldLab.Text);
            var results = other.Run(variants, null, CancellationToken.None).Select(FieldLab.Text);

            Assert.Equal(expected, results);
            Assert.Equal(usual.Clock.Ends, other.Clock.Ends);
        }
    }

    void Equal(string name, string data, string? currency, IReadOnlyList<FieldVariant> variants, string message)
    {
        var (setup, request) = lab.Over(name, data, currency);
        using var field = new App.Field(FieldSetup.Of(setup, request) with { Scripts = [lab.Script(name)] });
        var told = new int[variants.Count];
        var results = field.Run(variants, at => Interlocked.Increment(ref told[at]), CancellationToken.None);

        Assert.All(told, times => Assert.Equal(1, times));
        Assert.Contains(results, result => result.Fills > 0);
        for (var i = 0; i < variants.Count; i++)
        {
            Same(Alone(name, setup, request, variants[i]), results[i], $"{message}: {variants[i].Key}");
        }
    }

    RunDocument Alone(string name, RunSetup setup, BacktestRequest request, FieldVariant variant)
    {
        var statistics = new RunStatistics();
        var engine = new Engine(setup.Config, variant.Create(), setup.Open(), statistics);
        var result = Backtest.Replay(engine, [lab.Script(name)], request, CancellationToken.None, error => throw error);
        var identity = new RunIdentity
        {
            RunId = "", CreatedNanos = 0, StrategyFile = "", StrategySha256 = "", EngineVersion = "", Parameters = [], Data = [], Command = "",
        };
        return RunReport.From(statistics, result, setup.Config, identity, default).Document;
    }

    static void Same(RunDocument alone, VariantResult result, string message)
    {
        Assert.True(result.State == VariantState.Finished, $"{message}: {result.Reason}");
        Assert.True(alone.EventLogHash == result.EventLogHash, message);
        Assert.Equal((alone.Fills, alone.Trades, alone.Equity.Start, alone.Equity.End), (result.Fills, result.Trades, result.EquityStart, result.EquityEnd));
        foreach (var metric in alone.Metrics)
        {
            var value = result.Metrics[metric.Definition.Key];
            Assert.True(metric.Value == value.Value && metric.Reason == value.Reason, $"{message}: {metric.Definition.Key} is {value}, alone {metric.Value} {metric.Reason}");
        }

        Assert.Equal(alone.Metrics.Count, result.Metrics.Count);
        var grown = result.Returns.Aggregate((double)result.EquityStart, (equity, change) => equity * (1d + change));
        Assert.Equal((double)result.EquityEnd, grown, (double)result.EquityStart * 1e-9);
    }
}
