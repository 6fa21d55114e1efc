using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Workbench.Simulators;

/// <summary>
/// The venue's end of a WebSocket (RFC 6455), written out because the framework's own hides what a simulator must be able to do:
/// ping with a payload and look at the pong, fall silent, break off within a frame.
/// </summary>
public sealed class SimSocket : IAsyncDisposable
{
    const int MaxMessage = 1 << 20;
    readonly HttpContext http;
    readonly SemaphoreSlim sending = new(1, 1);

    Stream stream = Stream.Null;

    SimSocket(HttpContext http) => this.http = http;

    /// <summary>Payload of the last pong; null where none came yet.</summary>
    public string? LastPong { get; private set; }

    /// <summary>How many pongs came.</summary>
    public int Pongs { get; private set; }

    /// <summary>Whether nothing is sent or read any more while the connection stays open.</summary>
    public bool IsSilent { get; private set; }

    /// <summary>Takes a request that asks for an upgrade; null, with status 400, where it does not. The upgrade itself is <see cref="OpenAsync"/>.</summary>
    public static SimSocket? Accept(HttpContext http)
    {
        if (http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } && http.Request.Headers.SecWebSocketKey.Count == 1)
        {
            return new SimSocket(http);
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return null;
    }

    /// <summary>Answers the handshake. Whatever the connection should hear from its first moment on must listen before.</summary>
    public async Task OpenAsync()
    {
        http.Response.Headers.Connection = "Upgrade";
        http.Response.Headers.Upgrade = "websocket";
        http.Response.Headers["Sec-WebSocket-Accept"] = Convert.ToBase64String(
            SHA1.HashData(Encoding.ASCII.GetBytes(http.Request.Headers.SecWebSocketKey + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
        stream = await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync().ConfigureAwait(false);
    }

    public Task SendAsync(string text, CancellationToken stop) => WriteAsync(0x1, Encoding.UTF8.GetBytes(text), stop);

    public Task PingAsync(string payload, CancellationToken stop) => WriteAsync(0x9, Encoding.UTF8.GetBytes(payload), stop);

    public Task CloseAsync(ushort code, string why, CancellationToken stop)
    {
        var body = new byte[2 + Encoding.UTF8.GetByteCount(why)];
        BinaryPrimitives.WriteUInt16BigEndian(body, code);
        Encoding.UTF8.GetBytes(why, body.AsSpan(2));
        return WriteAsync(0x8, body, stop);
    }

    public void FallSilent() => IsSilent = true;

    public void Abort() => http.Abort();

    /// <summary>Announces a whole message, sends half of it and breaks the connection.</summary>
    public async Task BreakOffAsync(string text, CancellationToken stop)
    {
        var frame = Frame(0x1, Encoding.UTF8.GetBytes(text));
        await stream.WriteAsync(frame.AsMemory(0, Math.Max(1, frame.Length / 2)), stop).ConfigureAwait(false);
        await stream.FlushAsync(stop).ConfigureAwait(false);
        Abort();
    }

    /// <summary>The next text of the other end, pings and pongs done with on the way; null when it closed.</summary>
    public async Task<string?> ReceiveAsync(CancellationToken stop)
    {
        using var message = new MemoryStream();
        while (await ReadFrameAsync(stop).ConfigureAwait(false) is var (final, code, payload))
        {
            while (IsSilent)
            {
                await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(false);
            }

            switch (code)
            {
                case 0x8:
                    await WriteAsync(0x8, payload, stop).ConfigureAwait(false);
                    return null;
                case 0x9:
                    await WriteAsync(0xA, payload, stop).ConfigureAwait(false);
                    break;
                case 0xA:
                    (LastPong, Pongs) = (Encoding.UTF8.GetString(payload), Pongs + 1);
                    break;
                default:
                    message.Write(payload);
                    if (final)
                    {
                        return Encoding.UTF8.GetString(message.ToArray());
                    }

                    break;
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync().ConfigureAwait(false);
        sending.Dispose();
    }

    async Task WriteAsync(byte code, byte[] payload, CancellationToken stop)
    {
        if (IsSilent)
        {
            return;
        }

        await sending.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            await stream.WriteAsync(Frame(code, payload), stop).ConfigureAwait(false);
            await stream.FlushAsync(stop).ConfigureAwait(false);
        }
        finally
        {
            sending.Release();
        }
    }

    // A server's frames are not masked.
    static byte[] Frame(byte code, byte[] payload)
    {
        var head = payload.Length < 126 ? 2 : payload.Length <= ushort.MaxValue ? 4 : 10;
        var frame = new byte[head + payload.Length];
        frame[0] = (byte)(0x80 | code);
        switch (head)
        {
            case 2:
                frame[1] = (byte)payload.Length;
                break;
            case 4:
                frame[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
                break;
            default:
                frame[1] = 127;
                BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(2), (ulong)payload.Length);
                break;
        }

        payload.CopyTo(frame, head);
        return frame;
    }

    async Task<(bool Final, int Code, byte[] Payload)?> ReadFrameAsync(CancellationToken stop)
    {
        var head = new byte[8];
        if (!await FillAsync(head.AsMemory(0, 2), stop).ConfigureAwait(false))
        {
            return null;
        }

        var (final, code, isMasked) = ((head[0] & 0x80) != 0, head[0] & 0x0F, (head[1] & 0x80) != 0);
        long length = head[1] & 0x7F;
        var more = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (!await FillAsync(head.AsMemory(0, more), stop).ConfigureAwait(false))
        {
            return null;
        }

        length = more switch { 2 => BinaryPrimitives.ReadUInt16BigEndian(head), 8 => BinaryPrimitives.ReadInt64BigEndian(head), _ => length };
        var mask = new byte[4];
        if (!isMasked || length is < 0 or > MaxMessage || !await FillAsync(mask, stop).ConfigureAwait(false))
        {
            return null;
        }

        var payload = new byte[length];
        if (!await FillAsync(payload, stop).ConfigureAwait(false))
        {
            return null;
        }

        for (var at = 0; at < payload.Length; at++)
        {
            payload[at] ^= mask[at & 3];
        }

        return (final, code, payload);
    }

    async Task<bool> FillAsync(Memory<byte> into, CancellationToken stop)
    {
        try
        {
            return into.Length == 0 || await stream.ReadAtLeastAsync(into, into.Length, throwOnEndOfStream: false, stop).ConfigureAwait(false) == into.Length;
        }
        catch (Exception broken) when (broken is IOException or ConnectionResetException)
        {
            return false;
        }
    }
}
