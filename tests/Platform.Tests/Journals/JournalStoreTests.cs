namespace Workbench.Platform.Tests.Journals;

public sealed class JournalStoreTests : IDisposable
{
    static readonly DateTime Now = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    readonly TempFolder folder = new();

    JournalStore Store => new(folder.Path);

    [Fact]
    public void Journals_are_listed_with_size_time_and_whether_they_are_written()
    {
        Journal("old", Now.AddDays(-2));
        Journal("new", Now.AddDays(-1));
        using var active = JournalWriter.Open(folder.File("active"), new JournalOptions { ReserveBytes = 0 });
        Directory.CreateDirectory(folder.File("something-else"));

        var listed = Store.List();

        Assert.Equal(["old", "new", "active"], listed.Select(journal => journal.Name));
        Assert.Equal([false, false, true], listed.Select(journal => journal.IsActive));
        Assert.Equal(Now.AddDays(-2), listed[0].LastWrite);
        Assert.InRange(listed[2].Begun, DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow.AddMinutes(1));
        Assert.Equal(Records.Segments(folder.File("old")).Sum(file => new FileInfo(file).Length), listed[0].Bytes);
    }

    [Fact]
    public void What_is_too_old_goes_and_the_active_one_never()
    {
        Journal("old", Now.AddDays(-40));
        Journal("new", Now.AddDays(-1));
        using var active = Active("active", Now.AddDays(-400));

        var removed = Store.Retain(new JournalRetention { MaxAge = TimeSpan.FromDays(30) }, Now);

        Assert.Equal(["old"], removed.Select(journal => journal.Name));
        Assert.Equal(["active", "new"], Store.List().Select(journal => journal.Name));
    }

    [Fact]
    public void Of_too_much_the_oldest_go_until_the_rest_fits()
    {
        foreach (var day in Enumerable.Range(1, 5))
        {
            Journal($"day-{day}", Now.AddDays(day - 10));
        }

        var size = Store.List()[0].Bytes;
        Store.Retain(new JournalRetention { MostBytes = size * 2 }, Now);

        Assert.Equal(["day-4", "day-5"], Store.List().Select(journal => journal.Name));
        Assert.False(Directory.Exists(folder.File("day-1")));
    }

    [Fact]
    public void A_removal_that_a_crash_cut_short_is_finished()
    {
        Journal(".going-old", Now);

        Assert.Empty(Store.List());
        Store.Retain(new JournalRetention(), Now);

        Assert.Empty(Directory.GetDirectories(folder.Path));
    }

    [Fact]
    public void Sealed_segments_may_be_dropped_one_by_one_and_the_rest_stays_verifiable()
    {
        var path = Records.Journal(folder, 300);
        var before = JournalStore.SealedSegments(path);
        Assert.Equal(Records.Segments(path).Length - 1, before.Count);

        foreach (var segment in before)
        {
            Store.Drop(path, segment);

            Assert.False(File.Exists(segment.Path));
            Assert.Equal(300, Records.Check(path, out _, segment.FirstRecord + segment.Records));
            using var reader = JournalReader.Open(path);
            Assert.Equal(segment.FirstRecord + segment.Records - 1, reader.Number);
        }

        using var journal = JournalWriter.Open(path);
        Records.Add(journal, 10);
        Assert.Equal(310, Records.ReadAll(path));
    }

    [Fact]
    public void A_segment_that_a_crash_left_after_it_was_dropped_is_ignored_and_swept()
    {
        var path = Records.Journal(folder, 300);
        var first = JournalStore.SealedSegments(path)[0];
        var bytes = File.ReadAllBytes(first.Path);
        Store.Drop(path, first);
        File.WriteAllBytes(first.Path, bytes);

        Assert.Equal(300, Records.Check(path));
        JournalWriter.Open(path).Dispose();
        Assert.False(File.Exists(first.Path));
    }

    [Fact]
    public void Only_the_oldest_segment_may_be_dropped_and_never_the_last()
    {
        var path = Records.Journal(folder, 300);
        var segments = JournalStore.SealedSegments(path);

        Assert.Equal("WB5109", Assert.Throws<WorkbenchException>(() => Store.Drop(path, segments[1])).Code);

        foreach (var segment in segments)
        {
            Store.Drop(path, segment);
        }

        Assert.Empty(JournalStore.SealedSegments(path));
        Assert.Equal("WB5109", Assert.Throws<WorkbenchException>(() => Store.Drop(path, segments[^1] with { Number = segments[^1].Number + 1 })).Code);
    }

    [Fact]
    public void A_segment_that_vanished_without_being_dropped_is_missed()
    {
        var path = Records.Journal(folder, 300);
        Store.Drop(path, JournalStore.SealedSegments(path)[0]);
        File.Delete(Records.Segments(path)[0]);

        Assert.Equal("WB5103", Assert.Throws<WorkbenchException>(() => JournalReader.Open(path)).Code);
    }

    void Journal(string name, DateTime lastWrite)
    {
        foreach (var file in Records.Segments(Records.Journal(folder, 50, name)))
        {
            File.SetLastWriteTimeUtc(file, lastWrite);
        }
    }

    JournalWriter Active(string name, DateTime lastWrite)
    {
        var journal = JournalWriter.Open(folder.File(name), new JournalOptions { ReserveBytes = 0 });
        File.SetLastWriteTimeUtc(Records.Segments(folder.File(name))[0], lastWrite);
        return journal;
    }

    public void Dispose() => folder.Dispose();
}
