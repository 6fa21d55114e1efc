namespace Workbench.Core.Tests.Strategies;

public sealed class GuardedTests
{
    [Theory]
    [InlineData(3, 2, 1.5)]
    [InlineData(-3, 2, -1.5)]
    [InlineData(3, 0, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(1e9, 1e-9, 1e6)]
    [InlineData(-1e9, 1e-9, -1e6)]
    public void A_distance_in_units_of_nothing_is_nothing_and_has_a_limit(double difference, double volatility, double expected) =>
        Assert.Equal(expected, Guarded.InUnits(difference, volatility));

    [Theory]
    [InlineData(3, 2, 1.5)]
    [InlineData(0, 0, 1)]
    [InlineData(1e-13, 1e-13, 1)]
    [InlineData(1, 0, 0)]
    [InlineData(1e9, 1e-9, 1e6)]
    public void Equal_volatilities_are_one_even_where_nothing_moves(double first, double second, double expected) =>
        Assert.Equal(expected, Guarded.Ratio(first, second));

    [Fact]
    public void Bars_since_are_counted_from_where_it_held_and_never_overflow()
    {
        Assert.Equal(0, Guarded.BarsSince(true, 7));
        Assert.Equal(8, Guarded.BarsSince(false, 7));
        Assert.Equal(Guarded.Never, Guarded.BarsSince(false, Guarded.Never));
    }
}
