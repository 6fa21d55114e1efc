namespace Workbench.Research.Search;

/// <summary>
/// The sequence of Sobol in the order of Antonov and Saleev (Gray code), with the direction numbers of Joe and Kuo 2008
/// (new-joe-kuo-6). Any 2^m first points have, on every axis, one in each interval of length 2^-m.
/// </summary>
public sealed class SobolSequence
{
    const int Bits = 32;

    // For each axis from the second: the inner coefficients of its primitive polynomial, and its first direction numbers.
    static readonly (int Polynomial, int[] First)[] Axes =
    [
        (0, [1]), (1, [1, 3]), (1, [1, 3, 1]), (2, [1, 1, 1]), (1, [1, 1, 3, 3]), (4, [1, 3, 5, 13]),
        (2, [1, 1, 5, 5, 17]), (4, [1, 1, 5, 5, 5]), (7, [1, 1, 7, 11, 19]), (11, [1, 1, 5, 1, 1]), (13, [1, 1, 1, 3, 11]), (14, [1, 3, 5, 5, 31]),
        (1, [1, 3, 3, 9, 7, 49]), (13, [1, 1, 1, 15, 21, 21]), (16, [1, 3, 1, 13, 27, 49]), (19, [1, 1, 1, 15, 7, 5]), (22, [1, 3, 1, 15, 13, 25]), (25, [1, 1, 5, 5, 19, 61]),
        (1, [1, 3, 7, 11, 23, 15, 103]), (4, [1, 3, 7, 13, 13, 15, 69]),
    ];

    readonly uint[][] directions;
    readonly uint[] shift;

    /// <param name="axes">Coordinates of a point, at most <see cref="MostAxes"/>.</param>
    /// <param name="seed">Seed of a digital shift, which keeps the order in the points and makes them others; null for the sequence as published, from 0.</param>
    /// <exception cref="WorkbenchException">WB4134: more axes than there are numbers for.</exception>
    public SobolSequence(int axes, long? seed)
    {
        directions = axes <= MostAxes ? [.. Enumerable.Range(0, axes).Select(Directions)] : throw SearchErrors.TooManyAxes("sobol", axes, MostAxes);
        var dice = SearchDice.For(seed ?? 0, "sobol");
        shift = [.. directions.Select(_ => seed is null ? 0u : (uint)(dice.NextUInt64() >> Bits))];
    }

    /// <summary>Most axes.</summary>
    public static int MostAxes => Axes.Length + 1;

    /// <summary>A point of the sequence, each coordinate from 0 (inclusive) to 1 (exclusive).</summary>
    public double[] At(long index)
    {
        var gray = index ^ (index >> 1);
        var point = new double[directions.Length];
        for (var axis = 0; axis < point.Length; axis++)
        {
            var bits = shift[axis];
            for (var i = 0; i < Bits && gray >> i != 0; i++)
            {
                bits ^= (gray >> i & 1) == 1 ? directions[axis][i] : 0u;
            }

            point[axis] = bits / (double)(1L << Bits);
        }

        return point;
    }

    static uint[] Directions(int axis)
    {
        if (axis == 0)
        {
            return [.. Enumerable.Range(0, Bits).Select(i => 1u << (Bits - 1 - i))];
        }

        var (polynomial, first) = Axes[axis - 1];
        var degree = first.Length;
        var numbers = new uint[Bits];
        for (var i = 0; i < Bits; i++)
        {
            numbers[i] = i < degree ? (uint)first[i] << (Bits - 1 - i) : numbers[i - degree] ^ (numbers[i - degree] >> degree);
            for (var k = 1; k < degree && i >= degree; k++)
            {
                numbers[i] ^= (polynomial >> (degree - 1 - k) & 1) == 1 ? numbers[i - k] : 0u;
            }
        }

        return numbers;
    }
}
