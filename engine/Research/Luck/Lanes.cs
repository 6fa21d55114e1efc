using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Workbench.Research.Luck;

/// <summary>Sums over four lanes in a fixed order, without fused steps: the same bits on every processor.</summary>
static class Lanes
{
    /// <summary>Sum of the products of two series of one length.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var left = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var at = 0;
        for (; at + 1 < left.Length; at += 2)
        {
            even += left[at] * right[at];
            odd += left[at + 1] * right[at + 1];
        }

        if (at < left.Length)
        {
            even += left[at] * right[at];
        }

        var lanes = even + odd;
        var sum = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
        for (var i = left.Length * Vector256<double>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Adds a multiple of one series to another.</summary>
    public static void Add(Span<double> to, ReadOnlySpan<double> from, double factor)
    {
        var target = MemoryMarshal.Cast<double, Vector256<double>>(to);
        var source = MemoryMarshal.Cast<double, Vector256<double>>(from);
        var all = Vector256.Create(factor);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] += source[i] * all;
        }

        for (var i = target.Length * Vector256<double>.Count; i < to.Length; i++)
        {
            to[i] += from[i] * factor;
        }
    }
}
