using Workbench.Data.Parquet;

namespace Workbench.Data.Tests.Parquet;

public sealed class Crc32Tests
{
    [Fact]
    public void The_check_value_of_the_polynomial_comes_out() => Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));

    [Fact]
    public void Hardware_and_tables_agree_on_every_length()
    {
        const int seed = 1;
        var bytes = new byte[700];
        new Random(seed).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            var part = bytes.AsSpan(0, length);
            Assert.True(~Crc32.Table(~0u, part) == Crc32.Of(part), $"seed {seed}, length {length}");
        }
    }
}
