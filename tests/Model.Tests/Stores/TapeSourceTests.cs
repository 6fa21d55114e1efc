namespace Workbench.Model.Tests.Stores;

public sealed class TapeSourceTests
{
    [Theory]
    [InlineData("SYNTHETIC", true)]
    [InlineData("SYNTHETIC made of ticks", true)]
    [InlineData("SYNTHETIC+SYNTHETIC made of 1m ohlc", true)]
    [InlineData("dukascopy", false)]
    [InlineData("dukascopy made of ticks", false)]
    [InlineData("SYNTHETICS", false)]
    [InlineData("SYNTHETIC+dukascopy", false)]
    public void What_is_made_of_generated_data_is_generated(string source, bool isSynthetic) => Assert.Equal(isSynthetic, TapeSource.IsSynthetic(source));
}
