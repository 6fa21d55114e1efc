using System.Net;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

/// <summary>The sockets as a peer sees them, over real connections.</summary>
public sealed class ZmtpTests
{
    static readonly IPEndPoint Anywhere = new(IPAddress.Loopback, 0);
    static readonly ZmtpLimits Small = new() { MostMessageBytes = 100_000, MostParts = 4, MostPeers = 3, MostTopics = 2, MostQueuedBytes = 1 << 20 };

    readonly Heard lines = new();

    [Fact]
    public async Task Parts_of_any_length_come_back_as_they_were_sent()
    {
        await using var echo = Echo(new ZmtpLimits());
        using var peer = await WirePeer.Connect(echo.Port, "REQ");
        byte[][] parts = [[], [0], new byte[255], new byte[256], [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i % 251))]];

        await peer.Send(parts);
        Assert.Equal(parts, await peer.Receive());
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_own_words()
    {
        await using var echo = Echo(Small);
        using var peer = await WirePeer.Connect(echo.Port, "DEALER");

        await peer.Command("PING", 0, 10, 1, 2, 3);
        var (flags, body) = await peer.Frame();
        Assert.Equal(4, flags);
        Assert.Equal("\u0004PONG\u0001\u0002\u0003"u8.ToArray(), body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_subscriber_gets_what_begins_as_it_asked_and_no_more_once_it_cancels(byte minor)
    {
        await using var publisher = Publisher(Small);
        using var peer = await WirePeer.Connect(publisher.Port, "SUB", minor);
        Task Subscribe(string topic) => minor == 0 ? peer.Send([1, .. topic.Select(letter => (byte)letter)]) : peer.Command("SUBSCRIBE", [.. topic.Select(letter => (byte)letter)]);
        Task Cancel(string topic) => minor == 0 ? peer.Send([0, .. topic.Select(letter => (byte)letter)]) : peer.Command("CANCEL", [.. topic.Select(letter => (byte)letter)]);

        await Subscribe("str");
        await Until(publisher, peer, "stream"u8.ToArray());
        publisher.Publish(["status"u8.ToArray(), [1]]);
        publisher.Publish(["str"u8.ToArray(), [2]]);
        Assert.Equal(["str"u8.ToArray(), [2]], await peer.Receive());

        await Subscribe("x");
        await Until(publisher, peer, "x"u8.ToArray());
        await Cancel("str");
        // The peer's words are obeyed in their order, so an answer to PING means that the one before it was.
        await peer.Command("PING", 0, 0);
        Assert.Equal(4, (await peer.Frame()).Flags);
        publisher.Publish(["stream"u8.ToArray()]);
        publisher.Publish(["x1"u8.ToArray()]);
        Assert.Equal(["x1"u8.ToArray()], await peer.Receive());
    }

    [Fact]
    public async Task Who_subscribes_to_too_much_is_cut_off()
    {
        await using var publisher = Publisher(Small);
        using var peer = await WirePeer.Connect(publisher.Port, "SUB");

        foreach (var topic in new byte[] { 1, 2, 3 })
        {
            await peer.Command("SUBSCRIBE", topic);
        }

        await peer.Ended();
        Assert.Contains("iopub: a peer has too many subscriptions", lines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_sleeps_is_cut_off_and_the_other_misses_nothing()
    {
        await using var publisher = Publisher(Small);
        using var sleeper = await WirePeer.Connect(publisher.Port, "SUB");
        using var reader = await WirePeer.Connect(publisher.Port, "SUB");
        await sleeper.Command("SUBSCRIBE");
        await reader.Command("SUBSCRIBE");
        await Until(publisher, sleeper, [0]);
        await Until(publisher, reader, [0]);

        for (var number = 0; !lines.Has("does not read"); number++)
        {
            Assert.True(number < 2_000, "nobody was cut off");
            byte[] message = [1, (byte)number, (byte)(number >> 8), .. new byte[90_000]];
            publisher.Publish([message]);
            var got = (await reader.Receive())[0];
            while (got[0] == 0)
            {
                got = (await reader.Receive())[0];
            }

            Assert.Equal(message, got);
        }

        await sleeper.Ended();
    }

    [Theory]
    [InlineData("it does not speak ZMTP", "GET / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("it does not speak ZMTP", "\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f")]
    public async Task Who_speaks_another_protocol_is_sent_away(string complaint, string words)
    {
        await using var echo = Echo(Small);
        using var peer = await WirePeer.Raw(echo.Port);

        await peer.Write([.. words.Select(letter => (byte)letter)]);
        await peer.Ended();
        await Until(() => lines.Has(complaint));
    }

    [Fact]
    public async Task Peers_that_break_a_rule_are_sent_away_with_its_name()
    {
        await using var echo = Echo(Small);
        var old = WirePeer.Greeting();
        old[10] = 2;
        var secret = WirePeer.Greeting();
        "CURVE"u8.CopyTo(secret.AsSpan(12));
        byte[] good = [.. WirePeer.Greeting(), .. WirePeer.Ready("REQ")];
        (string Complaint, byte[] Bytes)[] offences =
        [
            ("older than 3.0", old),
            ("another security mechanism", secret),
            ("does not speak with it", [.. WirePeer.Greeting(), .. WirePeer.Ready("PUB")]),
            ("before READY", [.. WirePeer.Greeting(), .. WirePeer.Frame(0, [1])]),
            ("does not begin with READY", [.. WirePeer.Greeting(), .. WirePeer.Frame(4, "\u0004PING\0\0"u8.ToArray())]),
            ("longer than its command", [.. WirePeer.Greeting(), .. WirePeer.Frame(4, "\u0005READY\u00ffx"u8.ToArray())]),
            ("flags that mean nothing", [.. good, 0x80, 1, 1]),
            ("flags that mean nothing", [.. good, 5, 1, 1]),
            ("a frame is too long", [.. good, 2, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
            ("a frame is too long", [.. good, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
            ("too many parts", [.. good, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]),
            ("a message is too long", [.. good, .. WirePeer.Frame(1, new byte[60_000]), .. WirePeer.Frame(0, new byte[60_000])]),
            ("a command has no name", [.. good, 4, 0]),
            ("a PING is no PING", [.. good, .. WirePeer.Frame(4, "\u0004PING"u8.ToArray())]),
        ];

        foreach (var (complaint, bytes) in offences)
        {
            lines.Forget();
            using var peer = await WirePeer.Raw(echo.Port);
            await peer.Write(bytes);
            await peer.Ended();
            await Until(() => lines.Has(complaint));
        }
    }

    [Fact]
    public async Task Who_does_not_say_in_time_who_it_is_is_not_waited_for()
    {
        await using var echo = Echo(Small with { Handshake = TimeSpan.FromMilliseconds(200) });
        using var peer = await WirePeer.Raw(echo.Port);

        await peer.Write(WirePeer.Greeting()[..30]);
        await peer.Ended();
        await Until(() => lines.Has("did not say in time who it is"));
    }

    [Fact]
    public async Task One_peer_too_many_is_not_let_in_until_another_goes()
    {
        await using var echo = Echo(Small);
        var peers = new List<WirePeer>();
        for (var i = 0; i < Small.MostPeers; i++)
        {
            peers.Add(await WirePeer.Connect(echo.Port, "REQ"));
        }

        using (var late = await WirePeer.Raw(echo.Port))
        {
            await late.Ended();
        }

        peers[0].Dispose();
        await Until(async () =>
        {
            try
            {
                peers.Add(await WirePeer.Connect(echo.Port, "REQ"));
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        });
        peers.ForEach(peer => peer.Dispose());
    }

    [Fact]
    public async Task What_waits_to_be_sent_is_sent_before_the_socket_closes()
    {
        var publisher = Publisher(new ZmtpLimits());
        using var peer = await WirePeer.Connect(publisher.Port, "SUB");
        await peer.Command("SUBSCRIBE");
        await Until(publisher, peer, [0]);

        publisher.Publish([[1], new byte[5_000_000]]);
        var closing = publisher.DisposeAsync();
        List<byte[]> last;
        do
        {
            last = await peer.Receive();
        }
        while (last[0][0] == 0);

        Assert.Equal(5_000_000, last[1].Length);
        await peer.Ended();
        await closing;
    }

    HeartbeatSocket Echo(ZmtpLimits limits) => Opened(new HeartbeatSocket("heartbeat", Anywhere, limits, new DropLog(lines)));

    PublisherSocket Publisher(ZmtpLimits limits) => Opened(new PublisherSocket("iopub", Anywhere, limits, new DropLog(lines)));

    static T Opened<T>(T socket)
        where T : ZmtpSocket
    {
        socket.Open();
        return socket;
    }

    // A subscription is in force from some moment on; what is published until then tells when.
    static async Task Until(PublisherSocket publisher, WirePeer peer, byte[] topic)
    {
        var heard = peer.Receive();
        while (!heard.IsCompleted)
        {
            publisher.Publish([topic]);
            await Task.WhenAny(heard, Task.Delay(10));
        }

        await heard;
        await Silence(publisher, peer, topic);
    }

    // The last of those messages may still be on its way: one that says so is waited for.
    static async Task Silence(PublisherSocket publisher, WirePeer peer, byte[] topic)
    {
        publisher.Publish([topic, [99]]);
        while ((await peer.Receive()).Count == 1)
        {
        }
    }

    static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    static async Task Until(Func<Task<bool>> holds)
    {
        for (var patience = 0; !await holds(); patience++)
        {
            Assert.True(patience < 3_000, "it did not come to pass");
            await Task.Delay(10);
        }
    }
}
