namespace Workbench.Core;

/// <summary>Inputs as records of a session's journal, and back: what a session was told is what its journal holds, to the last digit.</summary>
static class InputCodec
{
    /// <summary>Writes an input.</summary>
    public static void Write(RecordWriter into, in Input input)
    {
        into.Byte((byte)input.Kind);
        into.Int64(input.Time);
        into.Int64(input.EventTime);
        into.Int32(input.Market);
        into.Int64(input.A);
        into.Int64(input.B);
        into.Int64(input.C);
        into.Int64(input.D);
        if (input.Body is { } body)
        {
            Body(into, body);
        }
    }

    /// <summary>Reads an input.</summary>
    public static Input Read(ReadOnlySpan<byte> record)
    {
        var from = new RecordReader(record);
        var kind = (InputKind)from.Byte();
        var time = from.Int64();
        var eventTime = from.Int64();
        var market = from.Int32();
        long a = from.Int64(), b = from.Int64(), c = from.Int64(), d = from.Int64();
        return new Input(kind, market, eventTime, a, b, c, d, from.Rest.IsEmpty ? null : Body(ref from, kind, c)) { Time = time };
    }

    static void Body(RecordWriter into, object body)
    {
        switch (body)
        {
            case string text:
                into.Text(text);
                break;
            case BarFigures bar:
                foreach (var figure in (ReadOnlySpan<long>)[bar.OpenTime, bar.CloseTime, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume])
                {
                    into.Int64(figure);
                }

                break;
            case IReadOnlyList<DepthChange> rows:
                into.List(rows, row =>
                {
                    into.Byte((byte)row.Side);
                    into.Int64(row.Price);
                    into.Int64(row.Size);
                    into.Byte((byte)row.Flags);
                });
                break;
            case INotice notice:
                NoticeCodec.Write(into, notice);
                break;
            case VenueReport report:
                VenueCodec.Write(into, report);
                break;
            case VenueOrder order:
                VenueCodec.Write(into, order);
                break;
            case VenueState state:
                VenueCodec.Write(into, state);
                break;
            case CashNotice cash:
                into.Text(cash.Id);
                into.Decimal(cash.Amount.Amount);
                into.Text(cash.Amount.Currency);
                into.Text(cash.Kind);
                break;
            default:
                throw new InvalidOperationException($"Nobody writes a {body.GetType().Name} into a journal.");
        }
    }

    static object Body(ref RecordReader from, InputKind kind, long isKnown) => kind switch
    {
        InputKind.Bar => new BarFigures(from.Int64(), from.Int64(), from.Int64(), from.Int64(), from.Int64(), from.Int64(), from.Int64()),
        InputKind.Depth => Rows(ref from),
        InputKind.News => NoticeCodec.News(ref from),
        InputKind.Calendar => NoticeCodec.Calendar(ref from),
        InputKind.Sentiment => NoticeCodec.Sentiment(ref from),
        InputKind.Report => VenueCodec.Report(ref from),
        InputKind.Found when isKnown == 1 => VenueCodec.Order(ref from),
        InputKind.Audit when isKnown == 1 => VenueCodec.State(ref from),
        InputKind.Cash => new CashNotice(from.Text(), new Money(from.Decimal(), from.Text()), from.Text()),
        _ => from.Text(),
    };

    static DepthChange[] Rows(ref RecordReader from)
    {
        var rows = new DepthChange[from.Int32()];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new DepthChange((Side)from.Byte(), from.Int64(), from.Int64(), (DepthFlags)from.Byte());
        }

        return rows;
    }
}
