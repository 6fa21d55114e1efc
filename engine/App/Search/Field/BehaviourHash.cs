using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Workbench.Core;

namespace Workbench.App;

/// <summary>
/// SHA-256 over what a run traded: time, instrument, side, quantity and price of each fill. Unlike the <c>EventLogHash</c> it does not
/// know of tags, of orders that came to nothing or of the money at the start: two that traded alike are one trial at luck.
/// </summary>
sealed class BehaviourHash : IDisposable
{
    const int Most = 256;

    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Takes the next fill.</summary>
    public void Add(in Fill fill)
    {
        Span<byte> record = stackalloc byte[Most];
        BinaryPrimitives.WriteInt64LittleEndian(record, fill.Time);
        record[8] = (byte)fill.Side;
        Write(record[9..], fill.Qty);
        Write(record[25..], fill.Price);
        var length = Encoding.UTF8.GetBytes(fill.Instrument.Symbol, record[42..]);
        record[41] = (byte)length;
        hash.AppendData(record[..(42 + length)]);
    }

    /// <summary>The hash of all taken, lower-case hex.</summary>
    public string Take() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();

    /// <summary>One pattern of 16 bytes for each number: 1.0 and 1.00 are equal with different bits, and dividing by this one drops the zeros.</summary>
    static void Write(Span<byte> into, decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value / 1.0000000000000000000000000000m, parts);
        for (var i = 0; i < parts.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(into[(4 * i)..], parts[i]);
        }
    }
}
