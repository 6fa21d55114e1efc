using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

/// <summary>The other end of a ZMTP connection, written anew from the specification: what it agrees on with ours is not an accident of shared code.</summary>
sealed class WirePeer : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly TcpClient client = new() { NoDelay = true };

    NetworkStream Stream => client.GetStream();

    /// <summary>Connects and says nothing yet.</summary>
    public static async Task<WirePeer> Raw(int port)
    {
        var peer = new WirePeer();
        await peer.client.ConnectAsync("127.0.0.1", port);
        return peer;
    }

    /// <summary>Connects and shakes hands.</summary>
    public static async Task<WirePeer> Connect(int port, string type, byte minor = 1)
    {
        var peer = await Raw(port);
        await peer.Write([.. Greeting(minor), .. Ready(type)]);
        var greeting = await peer.Read(64);
        Assert.Equal((0xFF, 0x7F, 3), (greeting[0], greeting[9], greeting[10]));
        Assert.Equal("NULL", Encoding.ASCII.GetString(greeting, 12, 20).TrimEnd('\0'));
        var (flags, body) = await peer.Frame();
        Assert.Equal(4, flags);
        Assert.StartsWith("\u0005READY\u000bSocket-Type\0\0\0", Encoding.ASCII.GetString(body), StringComparison.Ordinal);
        return peer;
    }

    public static byte[] Greeting(byte minor = 1) =>
        [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, minor, .. "NULL"u8, .. new byte[16], 0, .. new byte[31]];

    public static byte[] Ready(string type) => Frame(4, [.. "\u0005READY\u000bSocket-Type"u8, 0, 0, 0, (byte)type.Length, .. Encoding.ASCII.GetBytes(type)]);

    public static byte[] Frame(byte flags, byte[] body)
    {
        var size = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(size, body.Length);
        return body.Length < 256 ? [flags, (byte)body.Length, .. body] : [(byte)(flags | 2), .. size, .. body];
    }

    public Task Send(params byte[][] parts) => Write([.. parts.SelectMany((part, i) => Frame(i < parts.Length - 1 ? (byte)1 : (byte)0, part))]);

    public Task Command(string name, params byte[] data) => Write(Frame(4, [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. data]));

    public async Task Write(byte[] bytes) => await Stream.WriteAsync(bytes).AsTask().WaitAsync(Patience);

    public void HangUp() => client.Close();

    /// <summary>The next message.</summary>
    public async Task<List<byte[]>> Receive()
    {
        var parts = new List<byte[]>();
        while (true)
        {
            var (flags, body) = await Frame();
            parts.Add(body);
            if ((flags & 1) == 0)
            {
                return parts;
            }
        }
    }

    public async Task<(int Flags, byte[] Body)> Frame()
    {
        var flags = (await Read(1))[0];
        var size = (flags & 2) == 0 ? (await Read(1))[0] : BinaryPrimitives.ReadInt64BigEndian(await Read(8));
        return (flags & ~2, await Read((int)size));
    }

    /// <summary>Waits until the other side has hung up, whatever it sends before.</summary>
    public async Task Ended()
    {
        try
        {
            var rest = new byte[4096];
            while (await Stream.ReadAsync(rest).AsTask().WaitAsync(Patience) > 0)
            {
            }
        }
        catch (IOException)
        {
            // It hung up with bytes of ours unread.
        }
    }

    public void Dispose() => client.Dispose();

    async Task<byte[]> Read(int count)
    {
        var bytes = new byte[count];
        await Stream.ReadExactlyAsync(bytes).AsTask().WaitAsync(Patience);
        return bytes;
    }
}
