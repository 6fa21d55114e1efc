namespace Workbench.Platform.Tests.Journals;

/// <summary>What a crash can leave of the last write, and that it costs nothing that was committed.</summary>
public sealed class TornTailTests : IDisposable
{
    readonly TempFolder folder = new();

    [Fact]
    public void Cut_at_every_byte_of_the_last_segment_the_whole_records_before_it_stay()
    {
        var whole = Records.Journal(folder, 64);
        var last = Records.Segments(whole)[^1];
        var bytes = File.ReadAllBytes(last);
        var held = long.MaxValue;

        for (var length = bytes.Length; length >= SegmentHeader.Size; length--)
        {
            File.WriteAllBytes(last, bytes[..length]);
            var left = Records.Check(whole, out var tail);
            Assert.True(left <= held, $"cut at {length}: {left} records after {held}");
            Assert.True(tail is null || (tail.Offset + tail.BytesCut == length && tail.Record == left + 1 && tail.File == last), $"cut at {length}: {tail}");
            held = left;
        }

        Assert.True(held <= 60, $"{held} records are left");
    }

    [Fact]
    public void A_writer_cuts_the_torn_end_says_so_and_goes_on()
    {
        var whole = Records.Journal(folder, 64);
        var last = Path.GetFileName(Records.Segments(whole)[^1]);
        var length = new FileInfo(Path.Combine(whole, last)).Length;

        for (var cut = 1; cut <= length - SegmentHeader.Size; cut++)
        {
            var copy = folder.File($"cut-{cut}");
            Records.CopyTo(whole, copy);
            using (var file = File.OpenWrite(Path.Combine(copy, last)))
            {
                file.SetLength(length - cut);
            }

            var left = Records.Check(copy, out var tail);
            using (var journal = JournalWriter.Open(copy, new JournalOptions { SegmentBytes = 2000, ReserveBytes = 0 }))
            {
                Assert.Equal(tail, journal.Repaired);
                Assert.Equal(left, journal.LastNumber);
                Records.Add(journal, 15);
            }

            Assert.Equal(left + 15, Records.Check(copy, out var mended));
            Assert.Null(mended);
            Directory.Delete(copy, recursive: true);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(500)]
    [InlineData(5000)]
    public void Zeros_and_rubbish_behind_the_last_record_are_a_torn_end(int length)
    {
        var rubbish = new byte[length];
        for (var seed = 0; seed < 20; seed++)
        {
            var path = Records.Journal(folder, 40, $"rubbish-{seed}");
            using (var file = new FileStream(Records.Segments(path)[^1], FileMode.Append))
            {
                file.Write(rubbish);
            }

            Assert.Equal(40, Records.Check(path, out var tail));
            Assert.True(length == tail?.BytesCut, $"seed {seed}: {tail}");
            new Random(seed).NextBytes(rubbish);
        }
    }

    [Fact]
    public void A_segment_shorter_than_its_header_is_refused_since_no_crash_leaves_one()
    {
        var path = Records.Journal(folder, 40);
        File.WriteAllBytes(Records.Segments(path)[^1], new byte[SegmentHeader.Size - 1]);

        Assert.Equal("WB5105", Assert.Throws<WorkbenchException>(() => JournalWriter.Open(path)).Code);
    }

    public void Dispose() => folder.Dispose();
}
