using System.Text;

namespace Workbench.Data.Parquet;

/// <summary>
/// Reads Thrift's compact protocol out of bytes nobody vouches for: a length beyond what is left, a number that never ends
/// or a nest without a bottom is an <see cref="InvalidDataException"/>, before anything is allocated for it.
/// </summary>
ref struct ThriftReader(ReadOnlySpan<byte> bytes)
{
    const int DeepestNest = 32;

    readonly ReadOnlySpan<byte> bytes = bytes;
    int depth;

    public int At { get; private set; }

    /// <summary>Enters a struct; the caller keeps the number of the last field, as fields are numbered by their distance.</summary>
    public int Enter()
    {
        if (++depth > DeepestNest)
        {
            throw new InvalidDataException("its metadata are nested too deeply");
        }

        return 0;
    }

    /// <summary>The next field of the struct, or false at its end.</summary>
    public bool Next(ref int field, out ThriftKind kind)
    {
        var head = Byte();
        kind = (ThriftKind)(head & 0x0F);
        if (kind == ThriftKind.Stop)
        {
            depth--;
            return false;
        }

        var step = head >> 4;
        field = step != 0 ? field + step : Int32();
        return true;
    }

    public byte Byte() => At < bytes.Length ? bytes[At++] : throw new InvalidDataException("its metadata end too early");

    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("its metadata hold a number without an end");
    }

    public long Int64()
    {
        var raw = Varint();
        return unchecked((long)(raw >> 1) ^ -(long)(raw & 1));
    }

    public int Int32()
    {
        var value = Int64();
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw new InvalidDataException("its metadata hold a number beyond 32 bits");
    }

    public ReadOnlySpan<byte> Binary()
    {
        var length = Varint();
        if (length > (ulong)(bytes.Length - At))
        {
            throw new InvalidDataException("its metadata hold a text longer than the rest");
        }

        var value = bytes.Slice(At, (int)length);
        At += (int)length;
        return value;
    }

    public string Text() => Encoding.UTF8.GetString(Binary());

    /// <summary>Elements of a list; each takes a byte at least, so that a count beyond the rest is a lie.</summary>
    public int List(out ThriftKind element)
    {
        var head = Byte();
        element = (ThriftKind)(head & 0x0F);
        var count = head >> 4 == 15 ? Varint() : (ulong)(head >> 4);
        return count <= (ulong)(bytes.Length - At)
            ? (int)count
            : throw new InvalidDataException("its metadata hold a list longer than the rest");
    }

    public void Skip(ThriftKind kind)
    {
        switch (kind)
        {
            case ThriftKind.True or ThriftKind.False:
                break;
            case ThriftKind.Byte:
                Byte();
                break;
            case ThriftKind.Int16 or ThriftKind.Int32 or ThriftKind.Int64:
                Varint();
                break;
            case ThriftKind.Double:
                SkipBytes(8);
                break;
            case ThriftKind.Binary:
                Binary();
                break;
            case ThriftKind.List or ThriftKind.Set:
                SkipList();
                break;
            case ThriftKind.Map:
                SkipMap();
                break;
            case ThriftKind.Struct:
                SkipStruct();
                break;
            default:
                throw new InvalidDataException("its metadata hold a type that does not exist");
        }
    }

    void SkipBytes(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Byte();
        }
    }

    void SkipStruct()
    {
        var field = Enter();
        while (Next(ref field, out var kind))
        {
            Skip(kind);
        }
    }

    void SkipList()
    {
        var count = List(out var element);
        Enter();
        for (var i = 0; i < count; i++)
        {
            SkipElement(element);
        }

        depth--;
    }

    void SkipMap()
    {
        var count = Varint();
        if (count == 0)
        {
            return;
        }

        var kinds = Byte();
        Enter();
        for (var i = 0UL; i < count; i++)
        {
            SkipElement((ThriftKind)(kinds >> 4));
            SkipElement((ThriftKind)(kinds & 0x0F));
        }

        depth--;
    }

    // A boolean takes a byte in a list, and none as a field.
    void SkipElement(ThriftKind kind)
    {
        if (kind is ThriftKind.True or ThriftKind.False)
        {
            Byte();
        }
        else
        {
            Skip(kind);
        }
    }
}
