using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// Listens to a run's fills and hashes what was done in the market: when, in what, which way, how much, at which price. Two scripts
/// with one such hash are one strategy, whatever they are called and whatever they think.
/// </summary>
sealed class FillHash : IRunSink, IDisposable
{
    const int FixedBytes = 8 + 1 + 16 + 16;
    const int LongestSymbol = 256;

    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly byte[] record = new byte[FixedBytes + LongestSymbol + 1];

    /// <summary>Hex SHA-256 of the fills so far.</summary>
    public string Value => Convert.ToHexStringLower(hash.GetCurrentHash());

    public void Fill(in Fill fill)
    {
        BinaryPrimitives.WriteInt64LittleEndian(record, fill.Time);
        record[8] = (byte)fill.Side;
        Write(record.AsSpan(9), fill.Qty);
        Write(record.AsSpan(25), fill.Price);
        var length = FixedBytes + Encoding.UTF8.GetBytes(fill.Instrument.Symbol, record.AsSpan(FixedBytes, LongestSymbol));
        record[length] = 0;
        hash.AppendData(record, 0, length + 1);
    }

    /// <summary>Nothing: an order that was not filled did nothing.</summary>
    public void Order(Order order)
    {
    }

    /// <summary>Nothing: trades are made of fills.</summary>
    public void Trade(in RoundTrip trade)
    {
    }

    /// <summary>Nothing: what was earned by it is no behaviour.</summary>
    public void Equity(in EquityPoint point)
    {
    }

    /// <summary>Nothing, as for equity.</summary>
    public void Day(in EquityPoint close)
    {
    }

    /// <summary>Nothing.</summary>
    public void Chart(in Bar candle, ReadOnlySpan<double> indicators)
    {
    }

    /// <summary>Nothing.</summary>
    public void Journal(ReadOnlySpan<byte> block)
    {
    }

    public void Dispose() => hash.Dispose();

    /// <summary>Without trailing zeros: 1.0 and 1.00 are one price with different bits.</summary>
    static void Write(Span<byte> to, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value / 1.0000000000000000000000000000m, bits);
        for (var i = 0; i < bits.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(to[(4 * i)..], bits[i]);
        }
    }
}
