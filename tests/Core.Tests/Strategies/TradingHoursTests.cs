namespace Workbench.Core.Tests.Strategies;

public sealed class TradingHoursTests
{
    // 17:00 in New York in winter.
    static readonly DateTime Close = new(2024, 3, 5, 22, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("00:59", "")]
    [InlineData("01:00", "tokyo")]
    [InlineData("07:00", "")]
    [InlineData("08:00", "london")]
    [InlineData("14:29", "london")]
    [InlineData("14:30", "london new-york")]
    [InlineData("16:30", "new-york")]
    [InlineData("21:00", "")]
    public void Sessions_are_told_from_the_end_of_the_trading_day(string time, string open)
    {
        var now = Close.Date + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        string[] sessions =
        [
            .. TradingHours.IsTokyo(now, Close) ? new[] { "tokyo" } : [], .. TradingHours.IsLondon(now, Close) ? new[] { "london" } : [],
            .. TradingHours.IsNewYork(now, Close) ? new[] { "new-york" } : [],
        ];
        Assert.Equal(open, string.Join(' ', sessions));
    }
}
