using System.Buffers.Binary;
using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// Greeting and frames of ZMTP 3.0 and 3.1 (rfc.zeromq.org/spec/23 and /37) over a stream. A peer that breaks the rules meets an
/// <see cref="InvalidDataException"/> that says which one.
/// </summary>
sealed class ZmtpWire(Stream stream, ZmtpLimits limits)
{
    const byte More = 1;
    const byte Long = 2;
    const byte Command = 4;
    const int GreetingBytes = 64;
    const int Piece = 64 * 1024;

    // Only what is read goes through it; nothing is ever written into it.
    readonly BufferedStream input = new(stream, Piece);

    /// <summary>Signature, version 3.1, the mechanism NULL, and room to grow (section "Greeting").</summary>
    public static byte[] Greeting()
    {
        var greeting = new byte[GreetingBytes];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        greeting[11] = 1;
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    /// <summary>The parts of a message as one block, ready to be sent to any number of peers.</summary>
    public static byte[] Encode(IReadOnlyList<byte[]> parts)
    {
        using var block = new MemoryStream(parts.Sum(part => part.Length + 9));
        for (var i = 0; i < parts.Count; i++)
        {
            WriteFrame(block, i < parts.Count - 1 ? More : (byte)0, parts[i]);
        }

        return block.ToArray();
    }

    /// <summary>A command: its name with the name's length before it, then its data.</summary>
    public static byte[] EncodeCommand(string name, ReadOnlySpan<byte> data)
    {
        using var block = new MemoryStream();
        WriteFrame(block, Command, [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. data]);
        return block.ToArray();
    }

    /// <summary>A property of READY: name and value, each with its length before it (section "The READY Command").</summary>
    public static byte[] Property(string name, string value)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. length, .. Encoding.ASCII.GetBytes(value)];
    }

    /// <summary>Reads the peer's greeting and refuses what cannot be spoken with.</summary>
    public async Task ReadGreeting(CancellationToken stop)
    {
        var greeting = new byte[GreetingBytes];
        // The signature first: whoever speaks another protocol sends too little for the rest and would be waited for.
        await input.ReadExactlyAsync(greeting.AsMemory(0, 10), stop).ConfigureAwait(false);
        Require(greeting[0] == 0xFF && (greeting[9] & 1) == 1, "it does not speak ZMTP");
        await input.ReadExactlyAsync(greeting.AsMemory(10), stop).ConfigureAwait(false);
        Require(greeting[10] >= 3, "it speaks a ZMTP older than 3.0");
        Require(greeting.AsSpan(12, 20).SequenceEqual(Greeting().AsSpan(12, 20)), "it wants another security mechanism than NULL");
    }

    /// <summary>Reads the next frame.</summary>
    public async Task<ZmtpFrame> Read(CancellationToken stop)
    {
        var head = new byte[8];
        await input.ReadExactlyAsync(head.AsMemory(0, 1), stop).ConfigureAwait(false);
        var flags = head[0];
        Require(flags < 8 && (flags & (Command | More)) != (Command | More), "a frame has flags that mean nothing");
        var width = (flags & Long) != 0 ? 8 : 1;
        await input.ReadExactlyAsync(head.AsMemory(0, width), stop).ConfigureAwait(false);
        var length = width == 8 ? BinaryPrimitives.ReadUInt64BigEndian(head) : head[0];
        Require(length <= (ulong)limits.MostMessageBytes, "a frame is too long");
        return new ZmtpFrame((flags & Command) != 0, (flags & More) != 0, await ReadBody((int)length, stop).ConfigureAwait(false));
    }

    /// <summary>Name and data of a command.</summary>
    public static (string Name, byte[] Data) Split(byte[] command)
    {
        Require(command.Length > 0 && command[0] is > 0 and var name && name < command.Length, "a command has no name");
        return (Encoding.ASCII.GetString(command, 1, command[0]), command[(command[0] + 1)..]);
    }

    /// <summary>The properties of a READY command, by name without regard to case.</summary>
    public static IReadOnlyDictionary<string, byte[]> Properties(ReadOnlySpan<byte> data)
    {
        var properties = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        while (data.Length > 0)
        {
            var name = Take(ref data, Take(ref data, 1)[0]);
            var value = Take(ref data, BinaryPrimitives.ReadUInt32BigEndian(Take(ref data, 4)));
            properties[Encoding.ASCII.GetString(name)] = value.ToArray();
        }

        return properties;
    }

    public static void Require(bool holds, string complaint)
    {
        if (!holds)
        {
            throw new InvalidDataException(complaint);
        }
    }

    static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> data, uint length)
    {
        Require(length <= (uint)data.Length, "a property is longer than its command");
        var taken = data[..(int)length];
        data = data[(int)length..];
        return taken;
    }

    static void WriteFrame(MemoryStream block, byte flags, byte[] body)
    {
        if (body.Length < 256)
        {
            block.Write([flags, (byte)body.Length]);
        }
        else
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, body.Length);
            block.WriteByte((byte)(flags | Long));
            block.Write(length);
        }

        block.Write(body);
    }

    // Room is made as the bytes come: a stranger's word for a length reserves nothing.
    async Task<byte[]> ReadBody(int length, CancellationToken stop)
    {
        var body = new byte[Math.Min(length, Piece)];
        for (var have = 0; have < length;)
        {
            if (have == body.Length)
            {
                Array.Resize(ref body, (int)Math.Min(length, 2L * body.Length));
            }

            await input.ReadExactlyAsync(body.AsMemory(have), stop).ConfigureAwait(false);
            have = body.Length;
        }

        return body;
    }
}
