namespace Workbench.Core.Tests.Indicators;

public sealed class CandlePatternTests
{
    [Theory]
    [InlineData(CandleShape.ThreeBlackCrows, -100, "100 103 99 102, 102 102.2 98 98.05, 100 100.1 96 96.05, 98 98.1 94 94.05")]
    [InlineData(CandleShape.ThreeBlackCrows, 0, "100 103 99 102, 102 102.2 98 98.05, 100 100.1 96 96.05, 98 98.1 92 94.05")]
    [InlineData(CandleShape.ThreeWhiteSoldiers, 100, "100 102.1 99.9 102, 101 104.1 100.9 104, 103 106.1 102.9 106")]
    [InlineData(CandleShape.MorningStar, 100, "104 104.1 99.9 100, 99 99.5 98 98.8, 99.5 103.1 99.4 103")]
    [InlineData(CandleShape.EveningStar, -100, "100 104.1 99.9 104, 105 105.5 104.8 105.2, 104.5 104.6 100.9 101")]
    [InlineData(CandleShape.Engulfing, 100, "101 101.2 99.8 100, 99.5 101.7 99.4 101.5")]
    [InlineData(CandleShape.Engulfing, 0, "101 101.2 99.8 100, 99.5 101.7 99.4 101")]
    [InlineData(CandleShape.Harami, 100, "104 104.1 99.9 100, 101 102 100.5 101.5")]
    [InlineData(CandleShape.Hammer, 100, "104 104.1 99.9 100, 100 100.55 97 100.5")]
    [InlineData(CandleShape.Doji, 100, "100 102 98 100.1")]
    public void Drawn_candles_are_told(CandleShape shape, int expected, string candles)
    {
        // Ten quiet bars of range 2 and body 1 say what is long and what is near.
        var rows = Enumerable.Repeat("100 101.5 99.5 101", 10).Concat(candles.Split(", ")).Select(row => row.Split(' ').Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray();
        double[] Column(int at) => [.. rows.Select(row => row[at])];
        var prices = new Series(Column(0), Column(1), Column(2), Column(3), new double[rows.Length]);
        var pattern = new CandlePattern(shape);
        for (var i = 0; i < rows.Length; i++)
        {
            Assert.False(pattern.IsReady);
            pattern.Update(prices.BarAt(i));
        }

        Assert.True(pattern.IsReady);
        Assert.Equal(expected, pattern.Value);
    }
}
