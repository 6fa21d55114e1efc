using System.Buffers.Binary;

namespace Workbench.Data.Importers.Dukascopy;

/// <summary>Volumes on the wire are 32-bit floats in millions. We store whole units: the float nearest to 2.06 millions is 2,060,000 of them.</summary>
static class Bi5Volume
{
    const double Largest = 9e18;

    /// <summary>A volume as the instrument stores it. Rounded to whole units, halves to even: below 16 millions a float tells units apart.</summary>
    /// <param name="wire">Four bytes, big-endian.</param>
    /// <param name="unit">One unit as the instrument stores it, 10^SizeScale.</param>
    /// <param name="volume">The volume.</param>
    /// <returns>False where the float is no number, negative, or more than a long holds.</returns>
    public static bool TryRead(ReadOnlySpan<byte> wire, long unit, out long volume)
    {
        var units = Math.Round(BinaryPrimitives.ReadSingleBigEndian(wire) * 1_000_000d);
        var isSound = units >= 0 && units * unit <= Largest;
        volume = isSound ? (long)units * unit : 0;
        return isSound;
    }
}
