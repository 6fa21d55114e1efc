namespace Workbench.Core.Tests.Indicators;

/// <summary>Every indicator, bar by bar, against its definition over the whole history.</summary>
public sealed partial class BatchTests
{
    const int Count = 400;

    public static TheoryData<string> Names => [.. Cases.Select(held => held.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Streaming_equals_batch(string name)
    {
        var held = Cases.Single(other => other.ToString() == name);
        for (var seed = 1; seed <= 5; seed++)
        {
            var prices = Series.Random(seed, Count);
            var expected = held.Definition(prices);
            var indicator = held.Make();
            for (var i = 0; i < Count; i++)
            {
                indicator.Update(prices.BarAt(i));
                var actual = held.Line?.Invoke(indicator) ?? indicator.Value;
                if (indicator.IsReady)
                {
                    var difference = Math.Abs(actual - expected[i]) / Math.Max(1d, Math.Abs(expected[i]));
                    Assert.True(difference < 1e-8, FormattableString.Invariant($"{name}, seed {seed}, bar {i}: {actual}, by definition {expected[i]}"));
                }
                else
                {
                    Assert.True(double.IsNaN(actual), FormattableString.Invariant($"{name} shows {actual} before it is ready"));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_ready_at_exactly_the_bar_it_says(string name)
    {
        var held = Cases.Single(other => other.ToString() == name);
        var prices = Series.Random(1, Count);
        var indicator = held.Make();
        for (var bars = 1; bars <= held.WarmUp; bars++)
        {
            Assert.False(indicator.IsReady, $"{name} is ready before bar {bars}");
            indicator.Update(prices.BarAt(bars - 1));
        }

        Assert.True(indicator.IsReady, $"{name} is not ready at bar {held.WarmUp}");
        Assert.Equal(held.WarmUp, (indicator as Study)?.WarmUp ?? held.WarmUp);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_update_allocates_nothing(string name)
    {
        var indicator = Cases.Single(other => other.ToString() == name).Make();
        var prices = Series.Random(1, Count);
        Bar[] bars = [.. Enumerable.Range(0, Count).Select(prices.BarAt)];
        Feed(indicator, bars.AsSpan(0, 200));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Feed(indicator, bars.AsSpan(200));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void No_indicator_is_left_out()
    {
        Type[] elsewhere = [
            typeof(Alpha), typeof(Beta), typeof(Correlation), typeof(ZigZag), typeof(CandlePattern),
            typeof(MarketRegime), typeof(AtrStop), typeof(ChandelierStop), typeof(VolatilityStop),
        ];
        var held = Cases.Select(held => held.Make().GetType()).Concat(elsewhere).Select(type => type.Name);
        var all = typeof(Indicator).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Indicator)) && !type.IsAbstract).Select(type => type.Name);
        Assert.Equal(all.Order(), held.Distinct().Order());
    }

    static void Feed(Indicator indicator, ReadOnlySpan<Bar> bars)
    {
        foreach (ref readonly var bar in bars)
        {
            indicator.Update(bar);
        }
    }
}
