namespace Workbench.Model.Tests;

public sealed class ClosestTests
{
    static readonly string[] Symbols = ["EURUSD", "GBPUSD", "GBPJPY", "XAUUSD"];

    [Theory]
    [InlineData("EURUDS", "EURUSD")]
    [InlineData("gbpjpy", "GBPJPY")]
    [InlineData("GBPJY", "GBPJPY")]
    [InlineData("XAUSD", "XAUUSD")]
    [InlineData("BANANA", null)]
    [InlineData("", null)]
    public void A_slip_of_the_finger_finds_its_name(string typed, string? meant) => Assert.Equal(meant, Closest.To(typed, Symbols));

    [Fact]
    public void A_swap_of_neighbours_counts_once() => Assert.Equal(1, Closest.Distance("slow", "solw"));
}
