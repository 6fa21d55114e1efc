using System.Numerics;
using System.Security.Cryptography;

namespace Workbench.Simulators.Binance;

/// <summary>Checks Ed25519 signatures (RFC 8032, section 5.1.7), which the framework does not. Slow and not for secrets: it only verifies.</summary>
static class Ed25519
{
    static readonly BigInteger Prime = BigInteger.Pow(2, 255) - 19;
    static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
    static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    static readonly BigInteger RootOfMinusOne = BigInteger.ModPow(2, (Prime - 1) / 4, Prime);
    static readonly Point Base = Decode(Convert.FromHexString("5866666666666666666666666666666666666666666666666666666666666666"))!.Value;

    /// <summary>The 32 bytes of a public key out of its PEM: the end of the structure, behind the name of the algorithm.</summary>
    public static byte[] KeyOfPem(string pem) =>
        Convert.FromBase64String(string.Concat(pem.Split('\n').Where(line => !line.StartsWith("-----", StringComparison.Ordinal))).Trim())[^32..];

    public static bool Verify(byte[] key, byte[] message, byte[] signature)
    {
        if (signature.Length != 64 || Decode(key) is not { } a || Decode(signature[..32]) is not { } r)
        {
            return false;
        }

        var s = Little(signature.AsSpan(32));
        var h = Little(SHA512.HashData([.. signature[..32], .. key, .. message])) % Order;
        return s < Order && Same(Times(Base, s), Add(r, Times(a, h)));
    }

    // A point in extended coordinates: x = X/Z, y = Y/Z, T = XY/Z.
    readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);

    static Point Add(Point p, Point q)
    {
        var a = (p.Y - p.X) * (q.Y - q.X) % Prime;
        var b = (p.Y + p.X) * (q.Y + q.X) % Prime;
        var c = 2 * p.T * q.T % Prime * D % Prime;
        var d = 2 * p.Z * q.Z % Prime;
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new Point(e * f % Prime, g * h % Prime, f * g % Prime, e * h % Prime);
    }

    static Point Times(Point p, BigInteger factor)
    {
        var sum = new Point(0, 1, 1, 0);
        for (; factor > 0; factor >>= 1, p = Add(p, p))
        {
            sum = factor.IsEven ? sum : Add(sum, p);
        }

        return sum;
    }

    static bool Same(Point p, Point q) => Mod(p.X * q.Z - q.X * p.Z) == 0 && Mod(p.Y * q.Z - q.Y * p.Z) == 0;

    static Point? Decode(byte[] bytes)
    {
        if (bytes.Length != 32)
        {
            return null;
        }

        var y = Little(bytes) & ((BigInteger.One << 255) - 1);
        var square = Mod((y * y - 1) * Inverse(D * y * y + 1));
        var x = BigInteger.ModPow(square, (Prime + 3) / 8, Prime);
        x = Mod(x * x - square) == 0 ? x : Mod(x * RootOfMinusOne);
        if (y >= Prime || Mod(x * x - square) != 0)
        {
            return null;
        }

        x = x.IsEven == ((bytes[31] & 0x80) == 0) ? x : Prime - x;
        return new Point(x, y, 1, Mod(x * y));
    }

    static BigInteger Little(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true);

    static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Mod(value), Prime - 2, Prime);

    static BigInteger Mod(BigInteger value) => (value % Prime + Prime) % Prime;
}
