using System.Globalization;
using System.Text;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Tests.Importers.Text;

public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("1.39286", 5, 139_286, true)]
    [InlineData("-0.5", 1, -5, true)]
    [InlineData("1674100", -4, 167, false)]
    [InlineData("1674100", -2, 16_741, true)]
    [InlineData("1.0E-5", 5, 1, true)]
    [InlineData("1e3", 2, 100_000, true)]
    [InlineData("0.5040000081062317", 4, 5_040, false)]
    [InlineData("0.12345", 4, 1_235, false)]
    [InlineData("-0.12345", 4, -1_235, false)]
    [InlineData("0.0000000000000000000000000001", 5, 0, false)]
    [InlineData("1.50000000000000000000000000", 1, 15, true)]
    [InlineData("9223372036854775799", 0, 9_223_372_036_854_775_799, true)]
    [InlineData(".5", 1, 5, true)]
    [InlineData(" 5. ", 0, 5, true)]
    public void Decimals_become_integers_without_a_binary_fraction(string text, int scale, long raw, bool isExact)
    {
        Assert.True(DecimalText.TryRead(Encoding.ASCII.GetBytes(text), scale, out var read, out var wasExact));
        Assert.Equal((raw, isExact), (read, wasExact));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("0x1")]
    [InlineData("NaN")]
    [InlineData("9223372036854775808")]
    [InlineData("1e30")]
    public void What_is_no_number_is_none(string text) => Assert.False(DecimalText.TryRead(Encoding.ASCII.GetBytes(text), 0, out _, out _));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_decimals_agree_with_decimal_itself(int seed)
    {
        var dice = new SeededRandom(seed);
        for (var round = 0; round < 20_000; round++)
        {
            var value = new decimal(dice.Next(int.MaxValue), dice.Next(1_000), 0, dice.Next(2) == 0, (byte)dice.Next(12));
            var scale = dice.Next(7);
            Assert.True(DecimalText.TryRead(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)), scale, out var raw, out var isExact));
            var expected = Math.Round(value, scale, MidpointRounding.AwayFromZero);
            Assert.True(raw == (long)(expected * Scaled.PowerOfTen(scale)) && isExact == (expected == value), $"seed {seed}, round {round}: {value} at {scale} gave {raw}");
        }
    }
}
