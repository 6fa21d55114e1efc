namespace Workbench.Data.Parquet;

/// <summary>One element of a Parquet schema as the footer lists it: depth first, each with the number of its children.</summary>
sealed class SchemaNode
{
    const int Optional = 1;
    const int Repeated = 2;

    string name = "";
    ParquetType? type;
    int width;
    int repetition;
    int children;
    int converted = -1;
    int scale;
    int logical;
    long unitNanos;

    public static SchemaNode Read(ref ThriftReader thrift)
    {
        var node = new SchemaNode();
        var field = thrift.Enter();
        while (thrift.Next(ref field, out var kind))
        {
            switch (field, kind)
            {
                case (1, ThriftKind.Int32):
                    node.type = (ParquetType)thrift.Int32();
                    break;
                case (2, ThriftKind.Int32):
                    node.width = thrift.Int32();
                    break;
                case (3, ThriftKind.Int32):
                    node.repetition = thrift.Int32();
                    break;
                case (4, ThriftKind.Binary):
                    node.name = thrift.Text();
                    break;
                case (5, ThriftKind.Int32):
                    node.children = thrift.Int32();
                    break;
                case (6, ThriftKind.Int32):
                    node.converted = thrift.Int32();
                    break;
                case (7, ThriftKind.Int32):
                    node.scale = thrift.Int32();
                    break;
                case (10, ThriftKind.Struct):
                    node.ReadLogical(ref thrift);
                    break;
                default:
                    thrift.Skip(kind);
                    break;
            }
        }

        return node;
    }

    /// <summary>The columns: the elements without children, named by their path.</summary>
    public static List<ParquetColumn> Leaves(List<SchemaNode> nodes)
    {
        var columns = new List<ParquetColumn>();
        if (nodes.Count == 0)
        {
            throw new InvalidDataException("it has no schema");
        }

        var at = 1;
        for (var left = nodes[0].children; left > 0; left--)
        {
            Collect(nodes, ref at, "", 0, isNested: false, 0, columns);
        }

        return at == nodes.Count ? columns : throw new InvalidDataException("its schema does not add up");
    }

    static void Collect(List<SchemaNode> nodes, ref int at, string path, int definition, bool isNested, int depth, List<ParquetColumn> columns)
    {
        if (at >= nodes.Count || depth > 32)
        {
            throw new InvalidDataException("its schema does not add up");
        }

        var node = nodes[at++];
        var name = path.Length == 0 ? node.name : path + "." + node.name;
        definition += node.repetition is Optional or Repeated ? 1 : 0;
        isNested |= node.repetition == Repeated;
        if (node.type is { } type)
        {
            columns.Add(node.Column(name, type, definition, isNested));
            return;
        }

        for (var left = node.children; left > 0; left--)
        {
            Collect(nodes, ref at, name, definition, isNested, depth + 1, columns);
        }
    }

    ParquetColumn Column(string path, ParquetType stored, int definition, bool isNested)
    {
        if (!Enum.IsDefined(stored) || stored == ParquetType.FixedLenByteArray && width is < 0 or > 1 << 20 || scale is < 0 or > 76)
        {
            throw new InvalidDataException($"column '{path}' has a type that does not exist");
        }

        return new ParquetColumn(path, isNested ? ParquetKind.Nested : Kind(stored), stored)
        {
            Width = width, Scale = scale, UnitNanos = Unit(stored), MaxDefinition = definition,
        };
    }

    ParquetKind Kind(ParquetType stored) => stored switch
    {
        ParquetType.Boolean => ParquetKind.Flag,
        ParquetType.Float or ParquetType.Double => ParquetKind.Real,
        ParquetType.Int96 => ParquetKind.Time,
        _ when converted == 5 || logical == 5 => ParquetKind.Decimal,
        ParquetType.Int32 when converted == 6 || logical == 6 => ParquetKind.Time,
        ParquetType.Int64 when converted is 9 or 10 || logical == 8 => ParquetKind.Time,
        ParquetType.ByteArray when converted is 0 or 4 or 19 || logical is 1 or 4 or 12 => ParquetKind.Text,
        ParquetType.ByteArray or ParquetType.FixedLenByteArray => ParquetKind.Bytes,
        _ => ParquetKind.Whole,
    };

    // Days for a DATE, else what the logical type says, else the two that the older annotation knows.
    long Unit(ParquetType stored) => stored == ParquetType.Int32 ? UtcNanos.Day
        : unitNanos != 0 ? unitNanos
        : converted == 9 ? UtcNanos.Millisecond
        : converted == 10 ? UtcNanos.Microsecond
        : 1;

    void ReadLogical(ref ThriftReader thrift)
    {
        var field = thrift.Enter();
        while (thrift.Next(ref field, out var kind))
        {
            logical = field;
            if (kind != ThriftKind.Struct)
            {
                thrift.Skip(kind);
                continue;
            }

            var inner = thrift.Enter();
            while (thrift.Next(ref inner, out var innerKind))
            {
                if (field == 5 && inner == 1 && innerKind == ThriftKind.Int32)
                {
                    scale = thrift.Int32();
                }
                else if (field == 8 && inner == 2 && innerKind == ThriftKind.Struct)
                {
                    ReadUnit(ref thrift);
                }
                else
                {
                    thrift.Skip(innerKind);
                }
            }
        }
    }

    void ReadUnit(ref ThriftReader thrift)
    {
        var field = thrift.Enter();
        while (thrift.Next(ref field, out var kind))
        {
            unitNanos = field switch { 1 => UtcNanos.Millisecond, 2 => UtcNanos.Microsecond, _ => 1 };
            thrift.Skip(kind);
        }
    }
}
