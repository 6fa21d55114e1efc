using System.Buffers.Binary;
using System.IO.Compression;

namespace Workbench.Research.Tests;

/// <summary>The pixels of an 8-bit RGB or RGBA picture in PNG, as browsers take them.</summary>
sealed class Picture
{
    readonly byte[] pixels;
    readonly int channels;

    Picture(int width, int height, int channels, byte[] pixels) => (Width, Height, this.channels, this.pixels) = (width, height, channels, pixels);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Pixels whose colour is within a few steps of the given one.</summary>
    public int Count(byte red, byte green, byte blue)
    {
        var count = 0;
        for (var at = 0; at < pixels.Length; at += channels)
        {
            count += Math.Abs(pixels[at] - red) <= 6 && Math.Abs(pixels[at + 1] - green) <= 6 && Math.Abs(pixels[at + 2] - blue) <= 6 ? 1 : 0;
        }

        return count;
    }

    public static Picture Read(string file)
    {
        var bytes = File.ReadAllBytes(file).AsSpan(8);
        var (width, height, channels) = (0, 0, 0);
        using var packed = new MemoryStream();
        while (bytes.Length > 0)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes);
            var body = bytes.Slice(8, length);
            if (bytes.Slice(4, 4).SequenceEqual("IHDR"u8))
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                channels = body[9] == 6 ? 4 : 3;
            }
            else if (bytes.Slice(4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(body);
            }

            bytes = bytes[(12 + length)..];
        }

        packed.Position = 0;
        using var lines = new ZLibStream(packed, CompressionMode.Decompress);
        return new Picture(width, height, channels, Unfilter(lines, width * channels, height, channels));
    }

    static byte[] Unfilter(Stream lines, int stride, int height, int channels)
    {
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = lines.ReadByte();
            var line = pixels.AsSpan(y * stride, stride);
            lines.ReadExactly(line);
            var above = y == 0 ? new byte[stride] : pixels.AsSpan((y - 1) * stride, stride);
            for (var x = 0; x < stride; x++)
            {
                var (left, up, corner) = (x < channels ? 0 : line[x - channels], above[x], x < channels ? 0 : above[x - channels]);
                line[x] = unchecked((byte)(line[x] + filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 }));
            }
        }

        return pixels;
    }

    static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
