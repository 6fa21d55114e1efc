namespace Workbench.Platform.Tests.Journals;

/// <summary>What is no torn end is damage, and damage is never passed over.</summary>
public sealed class JournalDamageTests : IDisposable
{
    readonly TempFolder folder = new();

    [Fact]
    public void A_flipped_byte_anywhere_before_the_last_record_refuses_with_its_place()
    {
        var path = Records.Journal(folder, 45, segmentBytes: 3000);
        var files = Records.Segments(path);
        var seed = Environment.TickCount;
        var dice = new Random(seed);

        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            var end = file == files[^1] ? bytes.Length - Frame.SealSize : bytes.Length;
            for (var at = 0; at < end; at++)
            {
                var changed = (byte[])bytes.Clone();
                changed[at] ^= (byte)dice.Next(1, 256);
                File.WriteAllBytes(file, changed);

                var refused = Assert.ThrowsAny<WorkbenchException>(() => { Records.Check(path, out var tail); Assert.Fail($"seed {seed}: byte {at} of {file} was passed over, tail {tail}"); });
                Assert.Contains(file, refused.Message, StringComparison.Ordinal);
            }

            File.WriteAllBytes(file, bytes);
        }

        Assert.Equal(45, Records.Check(path));
    }

    [Fact]
    public void The_place_of_a_flipped_byte_is_file_byte_and_record()
    {
        var path = folder.File("journal");
        using (var journal = JournalWriter.Open(path, new JournalOptions { ReserveBytes = 0 }))
        {
            journal.Append(new byte[100]);
            journal.Append(new byte[100]);
            journal.Append(new byte[100]);
        }

        var file = Records.Segments(path)[0];
        var bytes = File.ReadAllBytes(file);
        bytes[SegmentHeader.Size + 108 + 50] ^= 1;
        File.WriteAllBytes(file, bytes);

        using var reader = JournalReader.Open(path);
        Assert.True(reader.Read());
        var refused = Assert.Throws<WorkbenchException>(() => reader.Read());
        Assert.Equal("WB5106", refused.Code);
        Assert.Contains($"{file} is damaged at byte 172, record 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_journal_is_not_written_either()
    {
        var path = Records.Journal(folder, 20, segmentBytes: 1 << 20);
        var file = Records.Segments(path)[0];
        var bytes = File.ReadAllBytes(file);
        bytes[200] ^= 4;
        File.WriteAllBytes(file, bytes);

        Assert.Equal("WB5106", Assert.Throws<WorkbenchException>(() => JournalWriter.Open(path)).Code);
        Assert.Equal(bytes, File.ReadAllBytes(file));
    }

    [Fact]
    public void A_missing_segment_refuses()
    {
        var path = Records.Journal(folder, 100);
        var files = Records.Segments(path);

        foreach (var missing in files[..^1])
        {
            File.Move(missing, missing + ".away");
            var refused = Assert.Throws<WorkbenchException>(() => JournalReader.Open(path));
            Assert.Equal("WB5103", refused.Code);
            Assert.Contains(missing, refused.Message, StringComparison.Ordinal);
            File.Move(missing + ".away", missing);
        }
    }

    [Fact]
    public void Swapped_segments_refuse()
    {
        var path = Records.Journal(folder, 100);
        var files = Records.Segments(path);
        File.Move(files[1], folder.File("aside"));
        File.Move(files[2], files[1]);
        File.Move(folder.File("aside"), files[2]);

        Assert.Equal("WB5104", Assert.Throws<WorkbenchException>(() => JournalReader.Open(path)).Code);
    }

    [Fact]
    public void A_segment_of_another_journal_breaks_the_chain()
    {
        var path = folder.File("one");
        var other = folder.File("other");
        foreach (var (at, text) in new[] { (path, "buy"), (other, "sell") })
        {
            using var journal = JournalWriter.Open(at, new JournalOptions { SegmentBytes = 100, ReserveBytes = 0 });
            for (var each = 0; each < 5; each++)
            {
                journal.Append(System.Text.Encoding.UTF8.GetBytes($"{text} {new string('.', 100 - text.Length)}"));
                journal.Commit();
            }
        }

        File.Copy(Records.Segments(other)[2], Records.Segments(path)[2], overwrite: true);

        Assert.Equal("WB5107", Assert.Throws<WorkbenchException>(() => Records.ReadAll(path)).Code);
    }

    [Fact]
    public void A_segment_that_lost_its_last_block_refuses_before_a_record_of_the_next_is_given_out()
    {
        var path = folder.File("journal");
        var ends = new List<long>();
        using (var journal = JournalWriter.Open(path, new JournalOptions { SegmentBytes = 500, ReserveBytes = 0 }))
        {
            while (Records.Segments(path).Length < 3)
            {
                journal.Append(new byte[100]);
                ends.Add(new FileInfo(Records.Segments(path)[0]).Length);
                journal.Commit();
            }

            journal.Append("behind"u8);
        }

        var first = Records.Segments(path)[0];
        using (var file = File.OpenWrite(first))
        {
            file.SetLength(ends.Where(end => end < file.Length).Max());
        }

        var given = 0L;
        var refused = Assert.Throws<WorkbenchException>(() =>
        {
            using var reader = JournalReader.Open(path);
            while (reader.Read())
            {
                given = reader.Number;
            }
        });
        Assert.Equal("WB5107", refused.Code);
        Assert.Contains("does not go on where", refused.Message, StringComparison.Ordinal);
        Assert.Equal(JournalStore.SealedSegments(path)[0].Records - 1, given);
    }

    [Fact]
    public void A_record_that_was_changed_together_with_its_checksum_breaks_the_chain()
    {
        var path = Records.Journal(folder, 20, segmentBytes: 1 << 20);
        var file = Records.Segments(path)[0];
        var bytes = File.ReadAllBytes(file);
        var first = bytes.AsSpan(SegmentHeader.Size);
        Assert.Equal(FrameKind.Record, Frame.Look(first, out var length));
        Frame.Write(first, new byte[length], isSeal: false);
        File.WriteAllBytes(file, bytes);

        var refused = Assert.Throws<WorkbenchException>(() => Records.ReadAll(path));
        Assert.Equal("WB5107", refused.Code);
    }

    [Fact]
    public void A_segment_cut_short_is_damage_when_another_follows()
    {
        var path = Records.Journal(folder, 100);
        using (var file = File.OpenWrite(Records.Segments(path)[1]))
        {
            file.SetLength(file.Length - 1);
        }

        Assert.Equal("WB5106", Assert.Throws<WorkbenchException>(() => Records.ReadAll(path)).Code);
    }

    public void Dispose() => folder.Dispose();
}
