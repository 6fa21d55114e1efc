using System.Text;

namespace Workbench.Data.Parquet;

/// <summary>Writes Thrift's compact protocol: what Parquet footers and page headers are made of. Fields come in rising order.</summary>
sealed class ThriftWriter(ByteSink sink)
{
    readonly Stack<int> outer = new();
    int last;

    public void Bool(int field, bool value) => Field(field, value ? ThriftKind.True : ThriftKind.False);

    public void Byte(int field, byte value)
    {
        Field(field, ThriftKind.Byte);
        sink.Add(value);
    }

    public void Int32(int field, long value)
    {
        Field(field, ThriftKind.Int32);
        sink.AddZigZag(value);
    }

    public void Int64(int field, long value)
    {
        Field(field, ThriftKind.Int64);
        sink.AddZigZag(value);
    }

    public void Text(int field, string value) => Binary(field, Encoding.UTF8.GetBytes(value));

    public void Binary(int field, ReadOnlySpan<byte> value)
    {
        Field(field, ThriftKind.Binary);
        sink.AddVarint((ulong)value.Length);
        sink.Add(value);
    }

    public void List(int field, ThriftKind element, int count)
    {
        Field(field, ThriftKind.List);
        if (count < 15)
        {
            sink.Add((byte)(count << 4 | (int)element));
            return;
        }

        sink.Add((byte)(0xF0 | (int)element));
        sink.AddVarint((ulong)count);
    }

    /// <summary>A bare element of a list.</summary>
    public void Element(long value) => sink.AddZigZag(value);

    /// <summary>A bare element of a list.</summary>
    public void Element(string value) => sink.AddText(value);

    public void Struct(int field)
    {
        Field(field, ThriftKind.Struct);
        Begin();
    }

    /// <summary>Opens a struct that is an element of a list, or the outermost one.</summary>
    public void Begin()
    {
        outer.Push(last);
        last = 0;
    }

    public void End()
    {
        sink.Add((byte)ThriftKind.Stop);
        last = outer.Pop();
    }

    void Field(int field, ThriftKind kind)
    {
        var step = field - last;
        if (step is > 0 and <= 15)
        {
            sink.Add((byte)(step << 4 | (int)kind));
        }
        else
        {
            sink.Add((byte)kind);
            sink.AddZigZag(field);
        }

        last = field;
    }
}
