namespace Workbench.Core.Tests.Indicators;

public sealed class VwapTests
{
    [Fact]
    public void It_starts_again_with_each_day()
    {
        var prices = Series.Random(3, 100);
        var vwap = new Vwap(TimeSpan.FromHours(22));
        double money = 0, volume = 0;
        for (var i = 0; i < prices.Count; i++)
        {
            vwap.Update(prices.BarAt(i) with { OpenNanos = Given.At(i), CloseNanos = Given.At(i + 1) });
            (money, volume) = i % 24 == 22 ? (0, 0) : (money, volume);
            money += prices.Typical[i] * prices.Volume[i];
            volume += prices.Volume[i];
            Assert.Equal(volume == 0 ? prices.Typical[i] : money / volume, vwap.Value, 1e-9);
        }
    }
}
