using System.Numerics;

namespace Workbench.Model.Tests;

public sealed class ScaledTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_quick_way_to_an_integer_is_right_or_says_that_it_is_none(int seed)
    {
        var dice = new SeededRandom(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var value = new decimal(Bits(dice), dice.Next(3) == 0 ? Bits(dice) : 0, dice.Next(20) == 0 ? Bits(dice) : 0, dice.Next(2) == 0, (byte)dice.Next(13));
            var scale = dice.Next(11);

            var found = Scaled.TryFromDecimal(value, scale, out var raw);

            // value = mantissa / 10^decimals, so raw = mantissa × 10^(scale − decimals), where that is whole and fits.
            var exact = new BigInteger(value * Power(value.Scale)) * BigInteger.Pow(10, Math.Max(0, scale - value.Scale));
            if (found)
            {
                Assert.True(value.Scale <= scale && exact == raw, $"seed {seed}, case {i}: {value} at {scale} gave {raw}");
            }
            else
            {
                Assert.True(value.Scale > scale || BigInteger.Abs(exact) > long.MaxValue, $"seed {seed}, case {i}: {value} at {scale} would have fitted");
            }
        }
    }

    [Fact]
    public void Zero_has_no_sign_and_trailing_zeros_do_not_matter()
    {
        Assert.Equal(0, Scaled.FromDecimal(-0.00m, 5));
        Assert.Equal(110_000, Scaled.FromDecimal(1.1000000m, 5));
        Assert.Throws<ArgumentException>(() => Scaled.FromDecimal(1.1000001m, 5));
        Assert.Throws<OverflowException>(() => Scaled.FromDecimal(decimal.MaxValue / 10m, 0));
    }

    static int Bits(SeededRandom dice) => unchecked((int)dice.NextUInt64());

    static decimal Power(int scale) => (decimal)BigInteger.Pow(10, scale);
}
