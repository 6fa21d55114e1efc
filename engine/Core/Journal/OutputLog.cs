using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Workbench.Core;

/// <summary>
/// The record of all that a run put out, in a fixed layout that no culture, runtime or machine can change, chained block by
/// block: hash(n) = SHA-256(hash(n−1) ‖ block(n)). The last hash is the run's <c>EventLogHash</c>.
/// </summary>
/// <remarks>Little-endian records of <see cref="RecordSize"/> bytes; texts (tags, symbols) are records of their own, ahead of their first use.</remarks>
sealed class OutputLog(IRunSink sink)
{
    /// <summary>Bytes of an order or report record.</summary>
    public const int RecordSize = 88;

    const int HashSize = SHA256.HashSizeInBytes;
    const int BlockSize = 64 * 1024;
    const int MostTexts = 10_000;

    readonly byte[] block = new byte[HashSize + BlockSize];
    readonly Dictionary<string, int> texts = [];
    int lastText;
    int used = HashSize;
    int handed = HashSize;
    long sequence;

    /// <summary>Records written so far.</summary>
    public long Sequence => sequence;

    /// <summary>An order left the strategy.</summary>
    public void Submitted(Market market, Order order)
    {
        var tag = TextId(order.Tag);
        if (!IsPlain(order))
        {
            Detailed(order);
        }

        var record = Next(RecordKind.Submitted, order.SentNanos);
        record[1] = (byte)order.Side;
        record[2] = (byte)order.Type;
        record[5] = (byte)order.TimeInForce;
        BinaryPrimitives.WriteUInt16LittleEndian(record[6..], (ushort)market.Index);
        BinaryPrimitives.WriteInt64LittleEndian(record[24..], order.ClientOrderId);
        CanonicalDecimal.Write(record[32..], order.OrderQty);
        CanonicalDecimal.Write(record[48..], order.Type == OrderType.Stop ? order.StopPx : order.Price);
        BinaryPrimitives.WriteInt32LittleEndian(record[80..], tag);
        BinaryPrimitives.WriteUInt16LittleEndian(record[84..], (ushort)order.Book);
    }

    /// <summary>An amendment left the strategy.</summary>
    public void ReplaceSent(Order order, OrderTerms terms, long time) => Terms(RecordKind.ReplaceSent, order.ClientOrderId, terms, time);

    /// <summary>A cancellation left the strategy.</summary>
    public void CancelSent(Order order, long time)
    {
        var record = Next(RecordKind.CancelSent, time);
        BinaryPrimitives.WriteInt64LittleEndian(record[24..], order.ClientOrderId);
    }

    /// <summary>A report came in and changed an order.</summary>
    public void Reported(in ExecutionReport report)
    {
        var text = TextId(report.Text);
        var record = Next(RecordKind.Reported, report.TransactTime);
        record[3] = (byte)report.ExecType;
        record[4] = (byte)report.RejectReason;
        BinaryPrimitives.WriteInt64LittleEndian(record[24..], report.ClientOrderId);
        CanonicalDecimal.Write(record[32..], report.LastQty);
        CanonicalDecimal.Write(record[48..], report.LastPx);
        CanonicalDecimal.Write(record[64..], report.Commission);
        BinaryPrimitives.WriteInt32LittleEndian(record[80..], text);
        if (report.Terms is { } terms)
        {
            Terms(RecordKind.Terms, report.ClientOrderId, terms, report.TransactTime);
        }
    }

    /// <summary>Money came or went without a trade.</summary>
    public void Cash(Market market, in CashFlow flow)
    {
        var record = Next(RecordKind.CashFlow, flow.Time);
        record[1] = (byte)flow.Kind;
        BinaryPrimitives.WriteUInt16LittleEndian(record[6..], (ushort)market.Index);
        BinaryPrimitives.WriteInt64LittleEndian(record[24..], flow.Book);
        CanonicalDecimal.Write(record[32..], flow.Qty);
        CanonicalDecimal.Write(record[48..], flow.Rate);
        CanonicalDecimal.Write(record[64..], flow.Amount);
    }

    /// <summary>The venue spoke of the account's margin.</summary>
    public void Margin(in MarginEvent said)
    {
        var record = Next(RecordKind.Margin, said.Time);
        record[1] = (byte)said.Kind;
        CanonicalDecimal.Write(record[32..], said.Equity);
        CanonicalDecimal.Write(record[48..], said.Margin);
    }

    /// <summary>Risk had something to say, of a market or of all.</summary>
    public void Alert(Market? market, in RiskAlert said)
    {
        var text = TextId(said.Reason);
        var record = Next(RecordKind.Alert, said.Time);
        record[1] = (byte)said.Level;
        record[2] = (byte)said.Rule;
        record[3] = (byte)said.Action;
        BinaryPrimitives.WriteUInt16LittleEndian(record[6..], (ushort)(market?.Index ?? ushort.MaxValue));
        CanonicalDecimal.Write(record[32..], said.Figure);
        CanonicalDecimal.Write(record[48..], said.Limit);
        BinaryPrimitives.WriteInt32LittleEndian(record[80..], text);
    }

    /// <summary>A currency or symbol that later records stand on.</summary>
    public void Header(string text) => TextId(text);

    /// <summary>The account's worth when the run ended.</summary>
    public void Ended(long time, decimal equity)
    {
        var record = Next(RecordKind.Ended, time);
        CanonicalDecimal.Write(record[32..], equity);
    }

    /// <summary>Hands the sink what it has not seen yet of the block at hand. Where a block ends, and so the chain, does not depend on it.</summary>
    public void Flush()
    {
        if (handed < used)
        {
            sink.Journal(block.AsSpan(handed, used - handed));
            handed = used;
        }
    }

    /// <summary>Closes the chain.</summary>
    /// <returns>The EventLogHash, lower-case hex.</returns>
    public string Seal()
    {
        Chain();
        return Convert.ToHexStringLower(block.AsSpan(0, HashSize));
    }

    /// <summary>Whether a plain record says all of an order: nothing but a side, a type, a quantity and one price.</summary>
    static bool IsPlain(Order order) =>
        order.Type <= OrderType.Stop && order is { PostOnly: false, ReduceOnly: false, DisplayQty: 0m, ExpireNanos: 0, List: null, Exits: null };

    /// <summary>What a plain record has no room for, ahead of it.</summary>
    void Detailed(Order order)
    {
        var record = Next(RecordKind.Details, order.SentNanos);
        record[1] = (byte)order.Trail.Unit;
        record[2] = (byte)((order.PostOnly ? 1 : 0) | (order.ReduceOnly ? 2 : 0) | (order.IsStopOut ? 4 : 0) | (order.IsRiskExit ? 8 : 0));
        record[3] = (byte)(order.List?.Contingency ?? 0);
        BinaryPrimitives.WriteInt64LittleEndian(record[24..], order.ExpireNanos);
        CanonicalDecimal.Write(record[32..], order.StopPx);
        CanonicalDecimal.Write(record[48..], order.Trail.Distance);

        // A limit order can show a slice, a trailing one can have an offset; none can have both.
        CanonicalDecimal.Write(record[64..], order.Type == OrderType.TrailingStopLimit ? order.LimitOffset : order.DisplayQty);
        BinaryPrimitives.WriteInt64LittleEndian(record[80..], order.List?.Parent?.ClientOrderId ?? order.List?.Orders[0].ClientOrderId ?? 0);
    }

    void Terms(RecordKind kind, long clientOrderId, OrderTerms terms, long time)
    {
        var record = Next(kind, time);
        BinaryPrimitives.WriteInt64LittleEndian(record[24..], clientOrderId);
        CanonicalDecimal.Write(record[32..], terms.OrderQty);
        CanonicalDecimal.Write(record[48..], terms.Price);
        CanonicalDecimal.Write(record[64..], terms.StopPx);
    }

    Span<byte> Next(RecordKind kind, long time)
    {
        var record = Reserve(RecordSize);
        record[0] = (byte)kind;
        BinaryPrimitives.WriteInt64LittleEndian(record[8..], ++sequence);
        BinaryPrimitives.WriteInt64LittleEndian(record[16..], time);
        return record;
    }

    /// <summary>A text's number; one that is new gets its record first. 0 is the empty text.</summary>
    int TextId(string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        if (texts.Count >= MostTexts)
        {
            // A script that writes prices into its tags must not fill the memory; a text met again later gets a new number.
            texts.Clear();
        }

        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(texts, text, out var known);
        if (!known)
        {
            id = ++lastText;
            var length = Math.Min(Encoding.UTF8.GetByteCount(text), BlockSize / 2);
            var record = Reserve(8 + length);
            record[0] = (byte)RecordKind.Text;
            BinaryPrimitives.WriteInt32LittleEndian(record[4..], length);
            Encoding.UTF8.GetEncoder().Convert(text, record[8..], flush: true, out _, out _, out _);
        }

        return id;
    }

    Span<byte> Reserve(int size)
    {
        if (used + size > block.Length)
        {
            Chain();
        }

        var span = block.AsSpan(used, size);
        span.Clear();
        used += size;
        return span;
    }

    void Chain()
    {
        Flush();
        Span<byte> hash = stackalloc byte[HashSize];
        SHA256.HashData(block.AsSpan(0, used), hash);
        hash.CopyTo(block);
        used = handed = HashSize;
    }
}
