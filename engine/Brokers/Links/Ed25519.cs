using System.Numerics;
using System.Security.Cryptography;

namespace Workbench.Brokers.Links;

/// <summary>
/// Signs with an Ed25519 key (RFC 8032, section 5.1), which the framework does not offer. It signs our own requests on our own
/// machine, some a second: plain arithmetic does, and nobody is there to measure its time.
/// </summary>
sealed class Ed25519
{
    /// <summary>What a PKCS #8 key of this kind begins with (RFC 8410); the 32 bytes of the seed follow.</summary>
    static readonly byte[] Pkcs8 = Convert.FromHexString("302E020100300506032B657004220420");

    static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
    static readonly BigInteger D2 = Mod(2 * -121665 * Inverse(121666));
    static readonly Point Base = BasePoint();

    readonly BigInteger scalar;
    readonly byte[] prefix;

    /// <summary>A key from its seed of 32 bytes.</summary>
    public Ed25519(ReadOnlySpan<byte> seed)
    {
        var hash = SHA512.HashData(seed);
        prefix = hash[32..];
        hash[0] &= 248;
        hash[31] &= 127;
        hash[31] |= 64;
        scalar = Little(hash.AsSpan(0, 32));
        PublicKey = Encode(Times(Base, scalar));
    }

    /// <summary>The key that others verify with, 32 bytes.</summary>
    public byte[] PublicKey { get; }

    /// <summary>Reads a PEM private key; null where the text is no such key.</summary>
    public static Ed25519? FromPem(string text)
    {
        if (!PemEncoding.TryFind(text, out var found) || text[found.Label] != "PRIVATE KEY")
        {
            return null;
        }

        var bytes = new byte[found.DecodedDataLength];
        return Convert.TryFromBase64String(text[found.Base64Data].ReplaceLineEndings(""), bytes, out var length)
            && length >= Pkcs8.Length + 32 && bytes.AsSpan(0, Pkcs8.Length).SequenceEqual(Pkcs8)
            ? new Ed25519(bytes.AsSpan(Pkcs8.Length, 32))
            : null;
    }

    /// <summary>The signature of a message, 64 bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var nonce = Hash(prefix, [], message);
        var point = Encode(Times(Base, nonce));
        var challenge = Hash(point, PublicKey, message);
        return [.. point, .. Bytes((nonce + challenge * scalar) % Order)];
    }

    static BigInteger Hash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third) =>
        Little(SHA512.HashData([.. first, .. second, .. third])) % Order;

    static BigInteger Little(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true);

    static byte[] Bytes(BigInteger value)
    {
        var bytes = new byte[32];
        value.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    static BigInteger Mod(BigInteger value) => (value % P + P) % P;

    static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(value, P - 2, P);

    static Point BasePoint()
    {
        var y = Mod(4 * Inverse(5));
        var x = BigInteger.Parse("15112221349535400772501151409588531511454012693041857206046113283949847762202", System.Globalization.CultureInfo.InvariantCulture);
        return new Point(x, y, 1, Mod(x * y));
    }

    static Point Times(Point point, BigInteger factor)
    {
        var sum = new Point(0, 1, 1, 0);
        for (var bit = (int)factor.GetBitLength() - 1; bit >= 0; bit--)
        {
            sum = Plus(sum, sum);
            if (!((factor >> bit) & 1).IsZero)
            {
                sum = Plus(sum, point);
            }
        }

        return sum;
    }

    // RFC 8032, 5.1.4: extended homogeneous coordinates, one formula for adding and doubling.
    static Point Plus(Point left, Point right)
    {
        var a = Mod((left.Y - left.X) * (right.Y - right.X));
        var b = Mod((left.Y + left.X) * (right.Y + right.X));
        var c = Mod(left.T * D2 * right.T);
        var d = Mod(2 * left.Z * right.Z);
        BigInteger e = b - a, f = d - c, g = d + c, h = b + a;
        return new Point(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    static byte[] Encode(Point point)
    {
        var inverse = Inverse(point.Z);
        var bytes = Bytes(Mod(point.Y * inverse));
        if (!Mod(point.X * inverse).IsEven)
        {
            bytes[31] |= 128;
        }

        return bytes;
    }

    readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);
}
