using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Workbench.Data.Quality;

/// <summary>Questions to whole columns, several events at a time: most of them are answered with "none", and then no event need be looked at.</summary>
static class Lanes
{
    static int Width => Vector<long>.Count;

    /// <summary>The smallest and the largest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (long Min, long Max) Ends(ReadOnlySpan<long> values)
    {
        var (min, max) = (long.MaxValue, long.MinValue);
        var at = 0;
        if (values.Length >= Width)
        {
            ref var start = ref MemoryMarshal.GetReference(values);
            var low = Vector.LoadUnsafe(ref start);
            var high = low;
            for (at = Width; at <= values.Length - Width; at += Width)
            {
                var next = Vector.LoadUnsafe(ref start, (nuint)at);
                low = Vector.Min(low, next);
                high = Vector.Max(high, next);
            }

            for (var lane = 0; lane < Width; lane++)
            {
                (min, max) = (Math.Min(min, low[lane]), Math.Max(max, high[lane]));
            }
        }

        for (; at < values.Length; at++)
        {
            (min, max) = (Math.Min(min, values[at]), Math.Max(max, values[at]));
        }

        return (min, max);
    }

    /// <summary>How many of the one column are larger than, and how many equal to, those of the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (long Above, long Equal) Compare(ReadOnlySpan<long> left, ReadOnlySpan<long> right)
    {
        ref var ones = ref MemoryMarshal.GetReference(left);
        ref var others = ref MemoryMarshal.GetReference(right);
        var (above, equal) = (Vector<long>.Zero, Vector<long>.Zero);
        var at = 0;
        for (; at <= left.Length - Width; at += Width)
        {
            var one = Vector.LoadUnsafe(ref ones, (nuint)at);
            var other = Vector.LoadUnsafe(ref others, (nuint)at);
            above -= Vector.GreaterThan(one, other);
            equal -= Vector.Equals(one, other);
        }

        var counts = (Above: Vector.Sum(above), Equal: Vector.Sum(equal));
        for (; at < left.Length; at++)
        {
            counts.Above += left[at] > right[at] ? 1 : 0;
            counts.Equal += left[at] == right[at] ? 1 : 0;
        }

        return counts;
    }

    /// <summary>The smallest and the largest step from one to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (long Min, long Max) Steps(ReadOnlySpan<long> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        var (low, high) = (new Vector<long>(long.MaxValue), new Vector<long>(long.MinValue));
        var at = 1;
        for (; at <= values.Length - Width; at += Width)
        {
            var step = Vector.LoadUnsafe(ref start, (nuint)at) - Vector.LoadUnsafe(ref start, (nuint)(at - 1));
            low = Vector.Min(low, step);
            high = Vector.Max(high, step);
        }

        var (min, max) = (long.MaxValue, long.MinValue);
        for (var lane = 0; lane < Width; lane++)
        {
            (min, max) = (Math.Min(min, low[lane]), Math.Max(max, high[lane]));
        }

        for (; at < values.Length; at++)
        {
            var step = values[at] - values[at - 1];
            (min, max) = (Math.Min(min, step), Math.Max(max, step));
        }

        return (min, max);
    }

    /// <summary>Sums and differences of two columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumAndDifference(ReadOnlySpan<long> left, ReadOnlySpan<long> right, Span<long> sums, Span<long> differences)
    {
        ref var ones = ref MemoryMarshal.GetReference(left);
        ref var others = ref MemoryMarshal.GetReference(right);
        var at = 0;
        for (; at <= left.Length - Width; at += Width)
        {
            var one = Vector.LoadUnsafe(ref ones, (nuint)at);
            var other = Vector.LoadUnsafe(ref others, (nuint)at);
            (other + one).CopyTo(sums[at..]);
            (other - one).CopyTo(differences[at..]);
        }

        for (; at < left.Length; at++)
        {
            sums[at] = right[at] + left[at];
            differences[at] = right[at] - left[at];
        }
    }
}
