namespace Workbench.Platform.Tests.Journals;

public sealed class JournalWriterTests : IDisposable
{
    static readonly JournalOptions Small = new() { SegmentBytes = 1000, ReserveBytes = 0 };

    readonly TempFolder folder = new();

    string Path => folder.File("journal");

    [Fact]
    public void Records_come_back_in_order_with_their_numbers()
    {
        Records.Journal(folder, 500);

        Assert.Equal(500, Records.Check(Path, out var tail));
        Assert.Null(tail);
        Assert.True(Records.Segments(Path).Length > 5);
    }

    [Fact]
    public void Opening_again_goes_on_behind_the_last_record()
    {
        for (var session = 1; session <= 5; session++)
        {
            using var journal = JournalWriter.Open(Path, Small);
            Assert.Equal((session - 1) * 7, journal.LastNumber);
            Assert.Null(journal.Repaired);
            Records.Add(journal, 7);
        }

        Assert.Equal(35, Records.Check(Path));
    }

    [Fact]
    public void The_same_records_and_commits_make_the_same_bytes()
    {
        var one = Records.Segments(Records.Journal(folder, 200, "one"));
        var other = Records.Segments(Records.Journal(folder, 200, "other"));

        Assert.Equal(one.SelectMany(File.ReadAllBytes), other.SelectMany(File.ReadAllBytes));
    }

    [Fact]
    public void What_was_handed_to_the_system_is_read_before_it_is_committed()
    {
        using var journal = JournalWriter.Open(Path, Small);
        journal.Append(Records.Of(1));
        journal.Write();

        Assert.Equal(1, Records.Check(Path));
        Assert.Equal(0, journal.CommittedNumber);
    }

    [Fact]
    public void The_head_of_the_chain_is_the_same_for_writer_and_reader()
    {
        Records.Journal(folder, 300);
        using var reader = JournalReader.Open(Path);
        while (reader.Read())
        {
        }

        using var journal = JournalWriter.Open(Path);
        Assert.Equal(journal.ChainHead, reader.ChainHead);
        Assert.Equal(300, reader.CommittedNumber);
    }

    [Fact]
    public void A_head_tells_two_journals_apart_that_differ_in_one_record()
    {
        using var one = JournalWriter.Open(folder.File("one"), Small);
        using var other = JournalWriter.Open(folder.File("other"), Small);
        one.Append("buy 1"u8);
        other.Append("buy 2"u8);
        one.Commit();
        other.Commit();

        Assert.NotEqual(one.ChainHead, other.ChainHead);
    }

    [Fact]
    public void Reading_may_begin_at_any_record()
    {
        Records.Journal(folder, 100);

        for (var from = 1; from <= 101; from++)
        {
            using var reader = JournalReader.Open(Path, from);
            Assert.Equal(from <= 100, reader.Read());
            Assert.Equal(Math.Min(from, 100), reader.Number);
        }
    }

    [Fact]
    public void A_record_of_a_megabyte_is_taken_and_a_longer_one_is_a_bug()
    {
        using var journal = JournalWriter.Open(Path, new JournalOptions { BufferBytes = 4096 });
        var large = new byte[1 << 20];
        new Random(1).NextBytes(large);

        journal.Append(large);
        journal.Append("small"u8);
        journal.Commit();

        Assert.Throws<ArgumentOutOfRangeException>(() => journal.Append(new byte[(1 << 20) + 1]));
        using var reader = JournalReader.Open(Path);
        Assert.True(reader.Read());
        Assert.True(reader.Record.SequenceEqual(large));
        Assert.True(reader.Read());
        Assert.True(reader.Record.SequenceEqual("small"u8));
    }

    [Fact]
    public void Appending_allocates_nothing()
    {
        using var journal = JournalWriter.Open(Path, new JournalOptions { BufferBytes = 1 << 20 });
        var record = new byte[88];
        journal.Append(record);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var each = 0; each < 5_000; each++)
        {
            journal.Append(record);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_second_writer_is_refused_and_the_first_goes_on()
    {
        using var journal = JournalWriter.Open(Path, Small);

        Assert.Equal("WB5102", Assert.Throws<WorkbenchException>(() => JournalWriter.Open(Path, Small)).Code);

        Records.Add(journal, 3);
        Assert.Equal(3, Records.Check(Path));
    }

    [Fact]
    public void A_journal_is_for_its_owner_alone()
    {
        JournalWriter.Open(Path, Small).Dispose();

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Fact]
    public void A_journal_that_is_not_there_is_said_to_be_none() =>
        Assert.Equal("WB5101", Assert.Throws<WorkbenchException>(() => JournalReader.Open(Path)).Code);

    public void Dispose() => folder.Dispose();
}
