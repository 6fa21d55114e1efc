using Workbench.Research.Luck;

namespace Workbench.Research.Tests.Luck;

/// <summary>Block lengths on the series that arch's public tests use: an autoregression over numpy's old generator, seed 0.</summary>
public sealed class BlockLengthTests
{
    [Fact]
    public void The_published_lengths_of_an_autoregression_come_out()
    {
        var noise = new OldNumpyNormals(0).Take(10_100);
        for (var t = 1; t < noise.Length; t++)
        {
            noise[t] += 0.3 * noise[t - 1];
        }

        Assert.Equal(13.635665, BlockLength.Stationary(noise.AsSpan(100)), 1e-6);
        Assert.Equal(15.608940, BlockLength.Circular(noise.AsSpan(100)), 1e-6);
    }

    [Fact]
    public void A_trend_is_capped_and_noise_is_not_below_a_row()
    {
        double[] trend = [.. Enumerable.Range(0, 400).Select(t => (double)t)];

        Assert.InRange(BlockLength.Stationary(trend), 20, 60);
        Assert.InRange(BlockLength.Typical(NoiseField.Columns(1, 11, 400)), 1, 4);
    }

    /// <summary>numpy.random.RandomState(seed).standard_normal: MT19937 and the polar method, the second of each pair first.</summary>
    sealed class OldNumpyNormals
    {
        readonly uint[] state = new uint[624];
        int at = 624;

        public OldNumpyNormals(uint seed)
        {
            state[0] = seed;
            for (var i = 1u; i < 624; i++)
            {
                state[i] = unchecked(1812433253u * (state[i - 1] ^ (state[i - 1] >> 30)) + i);
            }
        }

        public double[] Take(int count)
        {
            var values = new double[count];
            for (var i = 0; i < count; i += 2)
            {
                double x, y, square;
                do
                {
                    (x, y) = (2 * Uniform() - 1, 2 * Uniform() - 1);
                    square = x * x + y * y;
                }
                while (square is >= 1d or 0d);

                var length = Math.Sqrt(-2 * Math.Log(square) / square);
                (values[i], values[i + 1]) = (length * y, length * x);
            }

            return values;
        }

        double Uniform() => ((Next() >> 5) * 67108864d + (Next() >> 6)) / 9007199254740992d;

        uint Next()
        {
            if (at == 624)
            {
                for (var i = 0; i < 624; i++)
                {
                    var mixed = (state[i] & 0x80000000) | (state[(i + 1) % 624] & 0x7fffffff);
                    state[i] = state[(i + 397) % 624] ^ (mixed >> 1) ^ ((mixed & 1) != 0 ? 0x9908b0dfu : 0u);
                }

                at = 0;
            }

            var word = state[at++];
            word ^= word >> 11;
            word ^= (word << 7) & 0x9d2c5680;
            word ^= (word << 15) & 0xefc60000;
            return word ^ (word >> 18);
        }
    }
}
