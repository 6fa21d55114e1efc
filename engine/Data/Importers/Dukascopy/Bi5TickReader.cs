using System.Buffers.Binary;

namespace Workbench.Data.Importers.Dukascopy;

/// <summary>An hour of ticks: u32 milliseconds since the hour, u32 ask, u32 bid, f32 ask volume, f32 bid volume; all big-endian.</summary>
sealed class Bi5TickReader(DukascopyPath path, Bi5File source, long unit) : IEventReader<TickGate>
{
    const int RecordSize = 20;
    const uint HourMs = 3_600_000;

    // The expanded hour stays valid while this reader lives, since one reader ends before the next begins.
    readonly ReadOnlyMemory<byte> records = source.Read(path.File, RecordSize);
    int next;

    public bool IsEmpty => records.IsEmpty;

    public bool Read(TickGate into)
    {
        var span = records.Span;
        while (next < span.Length && !into.IsFull)
        {
            Put(span.Slice(next, RecordSize), into);
            next += RecordSize;
        }

        return next < span.Length;
    }

    public void Dispose() { }

    void Put(ReadOnlySpan<byte> record, TickGate into)
    {
        var ms = BinaryPrimitives.ReadUInt32BigEndian(record);
        var ask = BinaryPrimitives.ReadUInt32BigEndian(record[4..]);
        var bid = BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
        var number = next / RecordSize + 1;
        if (ms >= HourMs)
        {
            throw ImportErrors.BadBi5Record(path.File, number, $"lies {ms} ms after its hour began");
        }

        if (!Bi5Volume.TryRead(record[12..], unit, out var askSize) | !Bi5Volume.TryRead(record[16..], unit, out var bidSize))
        {
            throw ImportErrors.BadBi5Record(path.File, number, "has a volume that is no number");
        }

        into.Add(path.Start + ms * UtcNanos.Millisecond, bid, ask, bidSize, askSize, number);
    }
}
