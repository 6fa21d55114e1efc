using System.Buffers.Binary;
using System.Text;

namespace Workbench.Core;

/// <summary>One record of the output log, read back: the other side of <see cref="OutputLog"/>, which knows the layout.</summary>
readonly ref struct OutputRecord
{
    /// <summary>Place of the number that its text has.</summary>
    public const int TextIdAt = 80;

    readonly ReadOnlySpan<byte> bytes;

    /// <summary>A record from its bytes.</summary>
    public OutputRecord(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    /// <summary>All of it.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    public RecordKind Kind => (RecordKind)bytes[0];

    /// <summary>Whether it is something that the strategy decided, and not something that it was told. A kind that is new counts as decided.</summary>
    public bool IsDecision => Kind is not (RecordKind.Text or RecordKind.Reported or RecordKind.Terms or RecordKind.Ended);

    /// <summary>When it happened, UTC nanoseconds; not for texts.</summary>
    public long Time => BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]);

    /// <summary>Number of the text it stands with, 0 for none; not for texts.</summary>
    public int TextId => BinaryPrimitives.ReadInt32LittleEndian(bytes[TextIdAt..]);

    public long ClientOrderId => BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]);

    public Side Side => (Side)bytes[1];

    public OrderType Type => (OrderType)bytes[2];

    /// <summary>Place of the market in the run.</summary>
    public int Market => BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]);

    public decimal Qty => CanonicalDecimal.Read(bytes[32..]);

    /// <summary>Limit or trigger; 0 where the type has none.</summary>
    public decimal Price => CanonicalDecimal.Read(bytes[48..]);

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
