namespace Workbench.Platform.Tests.Journals;

/// <summary>No room: the reserve carries the way out, then the writer says so, and nothing that was committed suffers.</summary>
public sealed class FullDiskTests : IDisposable
{
    const int Reserve = 64 << 10;

    readonly TempFolder folder = new();

    [Fact]
    public void At_its_bound_a_journal_gives_up_the_reserve_and_then_says_that_it_is_full() =>
        FillUp(folder.File("journal"), new JournalOptions { MostBytes = 1 << 20, SegmentBytes = 200 << 10, ReserveBytes = Reserve });

    [TmpfsFact]
    public void On_a_full_disk_a_journal_gives_up_the_reserve_and_then_says_that_it_is_full()
    {
        using var disk = new SmallDisk(folder.File("disk"), 1 << 20);

        FillUp(disk.File("journal"), new JournalOptions { SegmentBytes = 200 << 10, ReserveBytes = Reserve });
    }

    [TmpfsFact]
    public void When_there_is_room_again_what_waited_is_written()
    {
        using var disk = new SmallDisk(folder.File("disk"), 1 << 20);
        var path = disk.File("journal");
        File.WriteAllBytes(disk.File("ballast"), new byte[400 << 10]);
        using var journal = JournalWriter.Open(path, new JournalOptions { ReserveBytes = Reserve });
        Assert.Throws<JournalFullException>(() => AddForEver(journal));
        Assert.False(journal.TryRestore());

        File.Delete(disk.File("ballast"));

        Assert.True(journal.TryRestore());
        Assert.Equal(JournalState.Ready, journal.State);
        Assert.Equal(journal.LastNumber, Records.Check(path));
        Records.Add(journal, 10);
        Assert.Equal(journal.LastNumber, Records.Check(path));
    }

    [TmpfsFact]
    public void A_session_that_starts_on_a_full_disk_knows_it()
    {
        using var disk = new SmallDisk(folder.File("disk"), 1 << 20);
        File.WriteAllBytes(disk.File("ballast"), new byte[(1 << 20) - (32 << 10)]);

        using var journal = JournalWriter.Open(disk.File("journal"), new JournalOptions { ReserveBytes = Reserve });

        Assert.Equal(JournalState.Low, journal.State);
        Records.Add(journal, 10);
    }

    [Fact]
    public void Room_that_dropping_segments_made_is_used()
    {
        var path = folder.File("journal");
        using var journal = JournalWriter.Open(path, new JournalOptions { MostBytes = 256 << 10, SegmentBytes = 50 << 10, ReserveBytes = 1 << 10 });
        Assert.Throws<JournalFullException>(() => AddForEver(journal));
        var store = new JournalStore(folder.Path);

        store.Drop(path, JournalStore.SealedSegments(path)[0]);

        Records.Add(journal, 10);
        Assert.Equal(JournalState.Low, journal.State);
        Assert.True(journal.TryRestore());
        Records.Add(journal, 10);
        Assert.Equal(journal.LastNumber, Records.Check(path));
    }

    [Fact]
    public void A_failed_sync_ends_the_writer_since_nobody_knows_what_the_disk_holds()
    {
        var disk = new FailingDisk();
        var path = folder.File("journal");
        using (var journal = JournalWriter.Open(path, new JournalOptions { ReserveBytes = 0 }, disk))
        {
            Records.Add(journal, 10);
            disk.SyncFails = true;
            journal.Append(Records.Of(11));

            Assert.Equal("WB5108", Assert.Throws<WorkbenchException>(journal.Commit).Code);
            Assert.Equal(JournalState.Broken, journal.State);
            Assert.Equal(10, journal.CommittedNumber);
            disk.SyncFails = false;
            Assert.Equal("WB5108", Assert.Throws<WorkbenchException>(() => { journal.Append(Records.Of(12)); journal.Commit(); }).Code);
        }

        Assert.True(Records.Check(path) >= 10);
    }

    [Fact]
    public void A_write_that_stops_half_way_is_written_over_by_the_next_try()
    {
        var disk = new FailingDisk();
        var path = folder.File("journal");
        using var journal = JournalWriter.Open(path, new JournalOptions { ReserveBytes = 0 }, disk);
        for (var round = 1; round < 40; round++)
        {
            journal.Append(Records.Of(journal.LastNumber + 1));
            disk.BytesLeft = round;
            Assert.Throws<JournalFullException>(journal.Commit);
            Assert.Equal(JournalState.Full, journal.State);
            Assert.True(Records.Check(path) >= (round - 1) * 11);

            disk.BytesLeft = long.MaxValue;
            Records.Add(journal, 10);
            Assert.Equal(round * 11, Records.Check(path));
        }
    }

    /// <summary>Commits until there is no room, and holds what the state said on the way and what is there at the end.</summary>
    static void FillUp(string path, JournalOptions options)
    {
        var committedLow = 0;
        long committed = 0;
        using (var journal = JournalWriter.Open(path, options))
        {
            Assert.Equal(JournalState.Ready, journal.State);
            Assert.Throws<JournalFullException>(() => AddForEver(journal, () =>
            {
                committed = journal.CommittedNumber;
                committedLow += journal.State == JournalState.Low ? 1 : 0;
            }));
            Assert.Equal(JournalState.Full, journal.State);
            Assert.True(committedLow > 20, $"the reserve carried only {committedLow} commits");
            Assert.True(Records.Check(path) >= committed);
        }

        Assert.True(Records.Check(path) >= committed);
    }

    static void AddForEver(JournalWriter journal, Action? then = null)
    {
        while (true)
        {
            Records.Add(journal, 10);
            then?.Invoke();
        }
    }

    public void Dispose() => folder.Dispose();
}
