namespace Workbench.Model.Tests;

public sealed class SeededRandomTests
{
    [Fact]
    public void The_numbers_of_a_seed_never_change()
    {
        // SplitMix64 from seed 0 gives 0xE220A8397B1DCDAF and then 0x6E789E6AA1B965F4; xoshiro256** scrambles the second.
        var first = unchecked(ulong.RotateLeft(0x6E789E6AA1B965F4UL * 5, 7) * 9);

        Assert.Equal(first, new SeededRandom(0).NextUInt64());
    }

    [Theory]
    [InlineData(int.MinValue, int.MaxValue)]
    [InlineData(-5, 5)]
    [InlineData(0, 1)]
    [InlineData(int.MaxValue - 1, int.MaxValue)]
    public void A_draw_lies_within_its_range(int from, int below)
    {
        var dice = new SeededRandom(9);
        for (var i = 0; i < 2_000; i++)
        {
            Assert.InRange(dice.Next(from, below), from, below - 1);
            Assert.InRange(dice.NextDouble(), 0d, 0.9999999999999999d);
        }
    }

    [Fact]
    public void Each_face_falls_as_often_as_the_others()
    {
        var dice = new SeededRandom(9);
        var faces = new int[6];
        for (var i = 0; i < 60_000; i++)
        {
            faces[dice.Next(6)]++;
        }

        Assert.All(faces, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void An_empty_range_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SeededRandom(1).Next(3, 3));
}
