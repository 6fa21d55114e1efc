using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Workbench.Core;

/// <summary>First, highest, lowest and last value of a stretch of a column: all that a bar, a resting order or an equity peak wants to know of it.</summary>
readonly record struct Stretch(long First, long High, long Low, long Last)
{
    /// <summary>With the stretch that follows.</summary>
    public Stretch Then(in Stretch next) => new(First, Math.Max(High, next.High), Math.Min(Low, next.Low), next.Last);

    /// <summary>Of one column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Stretch Of(long[] column, int from, int to)
    {
        var values = column.AsSpan(from, to - from);
        long high = values[0], low = values[0];
        var at = 0;
        if (values.Length >= 2 * Vector<long>.Count)
        {
            var lanes = MemoryMarshal.Cast<long, Vector<long>>(values);
            Vector<long> highs = lanes[0], lows = lanes[0];
            for (var i = 1; i < lanes.Length; i++)
            {
                highs = Vector.Max(highs, lanes[i]);
                lows = Vector.Min(lows, lanes[i]);
            }

            Fold(highs, lows, ref high, ref low);
            at = lanes.Length * Vector<long>.Count;
        }

        for (; at < values.Length; at++)
        {
            var value = values[at];
            high = value > high ? value : high;
            low = value < low ? value : low;
        }

        return new Stretch(values[0], high, low, values[^1]);
    }

    /// <summary>Of the sum of two columns: bid plus ask is the mid in half points, exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Stretch OfSum(long[] left, long[] right, int from, int to)
    {
        ReadOnlySpan<long> a = left.AsSpan(from, to - from), b = right.AsSpan(from, to - from);
        long first = a[0] + b[0], high = first, low = first;
        var at = 0;
        if (a.Length >= 2 * Vector<long>.Count)
        {
            ReadOnlySpan<Vector<long>> x = MemoryMarshal.Cast<long, Vector<long>>(a), y = MemoryMarshal.Cast<long, Vector<long>>(b);
            Vector<long> highs = x[0] + y[0], lows = highs;
            for (var i = 1; i < x.Length; i++)
            {
                var sum = x[i] + y[i];
                highs = Vector.Max(highs, sum);
                lows = Vector.Min(lows, sum);
            }

            Fold(highs, lows, ref high, ref low);
            at = x.Length * Vector<long>.Count;
        }

        for (; at < a.Length; at++)
        {
            var value = a[at] + b[at];
            high = value > high ? value : high;
            low = value < low ? value : low;
        }

        return new Stretch(first, high, low, a[^1] + b[^1]);
    }

    static void Fold(Vector<long> highs, Vector<long> lows, ref long high, ref long low)
    {
        for (var i = 0; i < Vector<long>.Count; i++)
        {
            high = Math.Max(high, highs[i]);
            low = Math.Min(low, lows[i]);
        }
    }
}
