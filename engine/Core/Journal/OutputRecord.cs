using System.Buffers.Binary;
using System.Text;

namespace Workbench.Core;

/// <summary>One record of the output log, read back: the other side of <see cref="OutputLog"/>, which knows the layout.</summary>
readonly ref struct OutputRecord
{
    /// <summary>Place of a record's number in the log.</summary>
    public const int SequenceAt = 8;

    /// <summary>Place of the number of an order's tag.</summary>
    public const int TagAt = 80;

    readonly ReadOnlySpan<byte> bytes;

    /// <summary>A record from its bytes.</summary>
    public OutputRecord(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    /// <summary>All of it.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    public RecordKind Kind => (RecordKind)bytes[0];

    /// <summary>Whether it is something that the strategy decided, and not something that it was told. A kind that is new counts as decided.</summary>
    public bool IsDecision => Kind is not (RecordKind.Text or RecordKind.Reported or RecordKind.Terms or RecordKind.Ended or RecordKind.Alert);

    /// <summary>When it happened, UTC nanoseconds; not for texts.</summary>
    public long Time => BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]);

    /// <summary>Number of an order's tag among the texts, 0 for none.</summary>
    public int Tag => Kind == RecordKind.Submitted ? BinaryPrimitives.ReadInt32LittleEndian(bytes[TagAt..]) : 0;

    public long ClientOrderId => BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]);

    public Side Side => (Side)bytes[1];

    public OrderType Type => (OrderType)bytes[2];

    /// <summary>Place of the market in the run.</summary>
    public int Market => BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]);

    /// <summary>An order's quantity, or the new one; of details, the trigger.</summary>
    public decimal Qty => CanonicalDecimal.Read(bytes[32..]);

    /// <summary>An order's limit or trigger, or the new limit; of details, the distance of a trail.</summary>
    public decimal Price => CanonicalDecimal.Read(bytes[48..]);

    /// <summary>An amendment's trigger; of details, the slice that shows or the offset of the limit.</summary>
    public decimal Third => CanonicalDecimal.Read(bytes[64..]);

    /// <summary>What a text says.</summary>
    public string Text => Encoding.UTF8.GetString(bytes[8..]);

    /// <summary>Takes the next record off a block, which always holds whole ones.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> block, out OutputRecord record)
    {
        record = default;
        if (block.IsEmpty)
        {
            return false;
        }

        var size = (RecordKind)block[0] == RecordKind.Text ? 8 + BinaryPrimitives.ReadInt32LittleEndian(block[4..]) : OutputLog.RecordSize;
        record = new OutputRecord(block[..size]);
        block = block[size..];
        return true;
    }
}
