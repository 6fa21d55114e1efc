using System.Buffers.Binary;
using System.Text;
using Workbench.Data.Compression;

namespace Workbench.Data.Tests.Compression;

public sealed class LzmaDecoderTests
{
    // The same text three times, with end marker and unknown size: (lc, lp, pb) = (3, 0, 2), (0, 2, 0), (2, 1, 4).
    const string Usual = "XQAAAQD//////////wA6GgjOdsfl6dYHNMPRDr/OVeGqveDkj5gB3Y3lB1SeZSVfJzpqfrTTSQVRItOxYgOesD2FopNe9WD+t87+OsiGQKDr6EHuEAbTe98hrGFqN7p7rGTExEh43EF0OHGdA4flnGbmTQq1BsrKgiavzVGjWJaxXFJDsxMCRvnRfz4cAIGwexDtBaMRlCw5sG5rqeDWboO26WvpO0gJ8SXGgFtfeHK+mS92bth1447uWegeLGeSQVdBq9Eqgf/uZZ4A";
    const string PositionLiterals = "EgAAAQD//////////wA6GtnUdDUPWI0TzF3AECFC75I/+4Mm0SqCpa1RebDPXpnh0Vp5O4c1ac1+oDgQCMjfB6nVuN3pRAD6bKBQUKij/Fy8Dq9iCCpB82/34XecJ5DeQJtpJ7PmUV8jPpt7+bv+ildMRjuFy9bVwh2V0/IrDPFDazZvHKc516Kp+nyis+XF3ZhgqRQ9zB3l2fUm04DAQZCOOxbsrsmC+m0SuI0EDOT4rcNqNR9u/vCRdVOgFcIVar1v2yujdczIOR8bK1ejZ//eg0UA";
    const string AllContexts = "vwAAAQD//////////wA6GgiiAxmMhzz2LoAv2wmY/jY5YkjVy+ufgR39nxXTEIpyIUBF4JxcW7Yy/nxL1JkMyBTICYEdFW+vtJUUtVZzWqBhNNtYgxzJnLDooce9TglwFjRTMNvo0BY2ibAJ3rSiaSr9ZvN3xED6UJyKDnY2bCNcv/hz4+EkI3fm5s5+7OBi2v3QKuLxxH8gxpZwOYHuQ0Y64wT3XA1XkcTEyCOi7/RMzvIrZkgz8HlHwt53rz4lwcsXoZSaImx1QF4Z2rIeDnmiH/9uDoEA";

    static readonly byte[] Text =
    [
        .. Enumerable.Repeat("the quick brown fox jumps over the lazy dog; "u8.ToArray(), 3).SelectMany(text => text),
        .. "pack my box with five dozen liquor jugs, and then the quick brown fox jumps again. "u8,
        .. Enumerable.Range(0, 64).Select(i => (byte)i),
        .. Enumerable.Repeat((byte)'A', 300),
        .. Enumerable.Repeat("the lazy dog sleeps; the quick brown fox does not. "u8.ToArray(), 2).SelectMany(text => text),
    ];

    readonly LzmaDecoder decoder = new();

    [SharedDataFact]
    public void Two_real_hours_come_out_byte_by_byte()
    {
        var root = SharedData.Path("dukascopy-bi5/decoded-check");
        var checks = Directory.GetFiles(root, "*.bin", SearchOption.AllDirectories);
        Assert.Equal(2, checks.Length);
        foreach (var check in checks)
        {
            var packed = Path.Combine(SharedData.Path("dukascopy-bi5"), Path.ChangeExtension(Path.GetRelativePath(root, check), "bi5"));
            Assert.Equal(File.ReadAllBytes(check), Decode(File.ReadAllBytes(packed)));
        }
    }

    [Theory]
    [InlineData(Usual)]
    [InlineData(PositionLiterals)]
    [InlineData(AllContexts)]
    public void Streams_of_all_settings_come_out_with_unknown_and_with_known_size(string stream)
    {
        var bytes = Convert.FromBase64String(stream);
        Assert.Equal(Text, Decode(bytes));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(5), Text.Length);
        Assert.Equal(Text, Decode(bytes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100_000)]
    public void A_stream_without_marker_ends_at_its_size(int length)
    {
        var data = Noise(length, length);
        Assert.Equal(data, Decode(LiteralEncoder.Encode(data)));
    }

    [Fact]
    public void One_decoder_does_many_streams()
    {
        var streams = Enumerable.Range(0, 50).Select(i => Noise(i * 37, i)).ToList();
        foreach (var data in streams)
        {
            Assert.Equal(data, Decode(LiteralEncoder.Encode(data)));
            Assert.Equal(Text, Decode(Convert.FromBase64String(Usual)));
        }
    }

    [Fact]
    public void What_is_not_LZMA_is_refused_at_its_byte()
    {
        Assert.Equal(0, Refusal([0xFF, .. new byte[40]]).Offset);
        Assert.Equal(5, Refusal(Encoding.ASCII.GetBytes("<html><body>404 Not Found</body></html>")).Offset);
        Assert.Contains("too few", Refusal([93, 0, 0]).Message, StringComparison.Ordinal);
        Assert.Contains("believed", Refusal(WithSize(LiteralEncoder.Encode(Text), 1L << 40)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_dictionary_in_the_header_costs_no_memory()
    {
        var stream = Convert.FromBase64String(Usual);
        stream.AsSpan(1, 4).Fill(0xFF);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(Text.Length, decoder.Decode(stream).Length);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Fact]
    public void A_stream_that_promises_more_or_less_than_it_holds_is_refused()
    {
        var stream = LiteralEncoder.Encode(Text);
        Refusal(WithSize(stream, Text.Length + 1));
        Refusal(WithSize(stream, Text.Length - 1));
        Refusal(WithSize(stream, -1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Something_behind_the_end_is_refused(int extra)
    {
        Refusal([.. LiteralEncoder.Encode(Text), .. new byte[extra]]);
        Refusal([.. Convert.FromBase64String(Usual), .. new byte[extra]]);
    }

    [Fact]
    public void A_stream_cut_at_any_byte_is_refused()
    {
        foreach (var stream in (byte[][])[Convert.FromBase64String(Usual), LiteralEncoder.Encode(Noise(300, 1))])
        {
            for (var length = 0; length < stream.Length; length++)
            {
                var refusal = Refusal(stream[..length]);
                Assert.InRange(refusal.Offset, 0, length);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_flipped_bit_is_refused_or_changes_nothing_but_the_first_letter(int seed)
    {
        var dice = new SeededRandom(seed);
        var data = Noise(400, seed);
        (byte[] Stream, byte[] Data)[] sources = [(LiteralEncoder.Encode(data), data), (Convert.FromBase64String(Usual), Text), (Convert.FromBase64String(AllContexts), Text)];
        for (var round = 0; round < 3_000; round++)
        {
            var (stream, expected) = sources[round % sources.Length];
            var damaged = stream.ToArray();
            var (at, bit) = (dice.Next(damaged.Length), dice.Next(8));
            damaged[at] ^= (byte)(1 << bit);
            try
            {
                var isSame = expected.AsSpan().SequenceEqual(decoder.Decode(damaged).Span);
                Assert.True(isSame || at is 14 or 15, $"seed {seed}, round {round}: byte {at} bit {bit} passed with other bytes");
            }
            catch (LzmaException)
            {
                // Refused, as it should be.
            }
        }
    }

    byte[] Decode(byte[] stream) => decoder.Decode(stream).ToArray();

    LzmaException Refusal(byte[] stream) => Assert.Throws<LzmaException>(() => decoder.Decode(stream));

    static byte[] WithSize(byte[] stream, long size)
    {
        var changed = stream.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(changed.AsSpan(5), size);
        return changed;
    }

    static byte[] Noise(int length, int seed)
    {
        var dice = new SeededRandom(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)(dice.Next(16) * dice.Next(16)))];
    }
}
