using System.Buffers.Binary;

namespace Workbench.Platform.Tests.Journals;

/// <summary>Records whose contents follow from their number, and what a journal holds of them.</summary>
static class Records
{
    public static byte[] Of(long number)
    {
        var dice = new SeededRandom(number);
        var record = new byte[dice.Next(0, 200)];
        for (var at = 0; at < record.Length; at++)
        {
            record[at] = (byte)dice.Next(256);
        }

        if (record.Length >= sizeof(long))
        {
            BinaryPrimitives.WriteInt64LittleEndian(record, number);
        }

        return record;
    }

    /// <summary>Appends the next records and commits them.</summary>
    public static void Add(JournalWriter journal, int count)
    {
        for (var each = 0; each < count; each++)
        {
            journal.Append(Of(journal.LastNumber + 1));
        }

        journal.Commit();
    }

    /// <summary>Makes a journal with so many records, committed ten at a time.</summary>
    public static string Journal(TempFolder folder, int count, string name = "journal", long segmentBytes = 2000)
    {
        var path = folder.File(name);
        using var journal = JournalWriter.Open(path, new JournalOptions { SegmentBytes = segmentBytes, ReserveBytes = 0 });
        for (var left = count; left > 0; left -= 10)
        {
            Add(journal, Math.Min(10, left));
        }

        return path;
    }

    /// <summary>Reads a journal to its end, holds each record against what it must be, and returns the number of the last.</summary>
    public static long Check(string path, out JournalTail? tail, long from = 1)
    {
        using var reader = JournalReader.Open(path, from);
        while (reader.Read())
        {
            Assert.True(reader.Record.SequenceEqual(Of(reader.Number)), $"record {reader.Number}");
        }

        tail = reader.Tail;
        return reader.Number;
    }

    public static long Check(string path) => Check(path, out _);

    /// <summary>Reads a journal to its end, whatever it holds.</summary>
    public static long ReadAll(string path)
    {
        using var reader = JournalReader.Open(path);
        while (reader.Read())
        {
        }

        return reader.Number;
    }

    public static string[] Segments(string path) => [.. Directory.GetFiles(path, "*.journal").Order(StringComparer.Ordinal)];

    public static void CopyTo(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from).Where(file => Path.GetFileName(file) != "lock"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
