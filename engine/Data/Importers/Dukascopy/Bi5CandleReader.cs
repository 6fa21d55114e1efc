using System.Buffers.Binary;

namespace Workbench.Data.Importers.Dukascopy;

/// <summary>Candles of a day, month or year: u32 seconds since the file's start, u32 open, close, low, high (in this order), f32 volume; all big-endian.</summary>
sealed class Bi5CandleReader(DukascopyPath path, Bi5File source, long unit) : IEventReader<BarGate>
{
    const int RecordSize = 24;
    const uint LongestFileSeconds = 366 * 86_400;

    readonly ReadOnlyMemory<byte> records = source.Read(path.File, RecordSize);
    readonly long length = path.Spec!.Value.NominalNanos;
    int next;

    public bool IsEmpty => records.IsEmpty;

    public bool Read(BarGate into)
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

    void Put(ReadOnlySpan<byte> record, BarGate into)
    {
        var seconds = BinaryPrimitives.ReadUInt32BigEndian(record);
        var number = next / RecordSize + 1;
        if (seconds >= LongestFileSeconds)
        {
            throw ImportErrors.BadBi5Record(path.File, number, $"lies {seconds} s after its file began");
        }

        if (!Bi5Volume.TryRead(record[20..], unit, out var volume))
        {
            throw ImportErrors.BadBi5Record(path.File, number, "has a volume that is no number");
        }

        var open = path.Start + seconds * UtcNanos.Second;
        var prices = new BarPrices(
            Open: BinaryPrimitives.ReadUInt32BigEndian(record[4..]),
            High: BinaryPrimitives.ReadUInt32BigEndian(record[16..]),
            Low: BinaryPrimitives.ReadUInt32BigEndian(record[12..]),
            Close: BinaryPrimitives.ReadUInt32BigEndian(record[8..]));
        into.Add(open, open + length, prices, volume, number);
    }
}
