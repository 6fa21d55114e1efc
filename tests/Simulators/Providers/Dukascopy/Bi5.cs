using System.Buffers.Binary;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.Dukascopy;

/// <summary>The vendor's files: big-endian records, packed. Without a record the file is empty, which is an answer too.</summary>
static class Bi5
{
    const int TickBytes = 20;
    const int CandleBytes = 24;

    /// <summary>Ticks of an hour: milliseconds, ask, bid, and the sizes in millions.</summary>
    public static byte[] Ticks(IReadOnlyList<SeededTick> ticks, DateTime hour)
    {
        var plain = new byte[ticks.Count * TickBytes];
        for (var at = 0; at < ticks.Count; at++)
        {
            var record = plain.AsSpan(at * TickBytes);
            var tick = ticks[at];
            BinaryPrimitives.WriteUInt32BigEndian(record, (uint)(tick.At - hour).TotalMilliseconds);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], (uint)tick.Ask);
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)tick.Bid);
            BinaryPrimitives.WriteSingleBigEndian(record[12..], tick.AskSize / 100f);
            BinaryPrimitives.WriteSingleBigEndian(record[16..], tick.BidSize / 100f);
        }

        return plain.Length == 0 ? plain : Lzma.Pack(plain);
    }

    /// <summary>Candles of a file: seconds since it begins, open, close, low, high, and the volume in millions.</summary>
    public static byte[] Candles(IReadOnlyList<SeededBar> bars, DateTime begin)
    {
        var plain = new byte[bars.Count * CandleBytes];
        for (var at = 0; at < bars.Count; at++)
        {
            var record = plain.AsSpan(at * CandleBytes);
            var bar = bars[at];
            BinaryPrimitives.WriteUInt32BigEndian(record, (uint)(bar.Begin - begin).TotalSeconds);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], (uint)bar.Open);
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)bar.Close);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)bar.Low);
            BinaryPrimitives.WriteUInt32BigEndian(record[16..], (uint)bar.High);
            BinaryPrimitives.WriteSingleBigEndian(record[20..], bar.Volume / 10f);
        }

        return plain.Length == 0 ? plain : Lzma.Pack(plain);
    }
}
