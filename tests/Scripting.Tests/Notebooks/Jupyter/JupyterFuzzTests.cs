using System.Text;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

/// <summary>Whatever comes over the wire, the next front end is told what the kernel is, and its cell runs.</summary>
public sealed class JupyterFuzzTests(OpenDoor door, ITestOutputHelper output) : IClassFixture<OpenDoor>
{
    static readonly string[] Types =
    [
        "kernel_info_request", "execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_info_request",
        "comm_open", "comm_msg", "comm_close", "interrupt_request", "debug_request", "input_reply", "usage_request", "x",
    ];

    static readonly string[] Fields =
    [
        "code", "silent", "store_history", "stop_on_error", "user_expressions", "cursor_pos", "detail_level", "hist_access_type", "n", "session", "start", "stop",
        "pattern", "unique", "output", "comm_id", "seq", "command",
    ];

    static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "99999999999999999999", "\"\"", "\"tail\"", "\"\\ud800\"", "[]", "[[]]", "{}", "{\"a\":{}}", "{\"\\ud800\":\"1\"}", "{\"a\":\"1 +\"}",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Bytes_that_are_no_protocol_harm_nobody(int seed)
    {
        var dice = Dice(seed);
        int[] ports = [door.At.ShellPort, door.At.ControlPort, door.At.IopubPort, door.At.StdinPort, door.At.HeartbeatPort];
        for (var round = 0; round < 40; round++)
        {
            using var peer = await WirePeer.Raw(ports[dice.Next(ports.Length)]);
            byte[] good = [.. WirePeer.Greeting(), .. WirePeer.Ready(dice.Next(2) == 0 ? "DEALER" : "SUB"), .. WirePeer.Frame(1, "<IDS|MSG>"u8.ToArray()), .. WirePeer.Frame(0, new byte[300])];
            await Try(() => peer.Write(Damaged(good, dice)));
        }

        await Lives();
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Signed_messages_that_are_no_messages_harm_nobody(int seed)
    {
        var dice = Dice(seed);
        using var front = await door.Connect();
        for (var round = 0; round < 60; round++)
        {
            var parts = front.Request(Types[dice.Next(Types.Length)], new JsonObject { ["code"] = "1" });
            var at = 2 + dice.Next(4);
            parts[at] = dice.Next(3) switch
            {
                0 => Encoding.UTF8.GetBytes(Values[dice.Next(Values.Length)]),
                1 => Damaged(parts[at], dice),
                _ => [.. Enumerable.Repeat((byte)'[', dice.Next(5_000))],
            };
            var message = front.Sign([.. parts[2..]]).ToList();
            if (dice.Next(4) == 0)
            {
                message.RemoveRange(dice.Next(message.Count), 1);
            }

            await (dice.Next(2) == 0 ? front.Shell : front.Control).Send([.. message]);
        }

        await Lives();
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public async Task Requests_with_fields_of_any_type_are_answered_or_dropped(int seed)
    {
        var dice = Dice(seed);
        using var front = await door.Connect();
        for (var round = 0; round < 100; round++)
        {
            var content = $"{{{string.Join(',', Fields.Where(_ => dice.Next(2) == 0).Select(field => $"\"{field}\":{Values[dice.Next(Values.Length)]}"))}}}";
            var parts = front.Request(Types[dice.Next(Types.Length)], []);
            var metadata = Encoding.UTF8.GetBytes($"{{\"cellId\":{Values[dice.Next(Values.Length)]}}}");
            var message = front.Sign(parts[2], parts[3], metadata, Encoding.UTF8.GetBytes(content));
            await (dice.Next(4) == 0 ? front.Control : front.Shell).Send(message);
        }

        await Lives();
    }

    [Fact]
    public async Task A_field_of_the_wrong_type_is_named_in_the_reply()
    {
        using var front = await door.Connect();
        var (reply, _) = await front.Run("1", new JsonObject { ["silent"] = 3 });

        Assert.Equal(("error", "WB3075"), ((string?)reply["status"], (string?)reply["ename"]));
        Assert.Contains("silent must be true or false", (string?)reply["evalue"], StringComparison.Ordinal);
    }

    // A peer that was hung up on in the middle of its words has seen what it was to see.
    static async Task Try(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (IOException)
        {
        }
    }

    static byte[] Damaged(byte[] good, Random dice)
    {
        var bytes = good[..dice.Next(good.Length + 1)];
        for (var hits = dice.Next(4); hits > 0 && bytes.Length > 0; hits--)
        {
            bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
        }

        return dice.Next(3) == 0 ? [.. bytes, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. bytes] : bytes;
    }

    async Task Lives()
    {
        using var front = await door.Connect();
        Assert.Equal("ok", (string?)(await front.Ask("kernel_info_request", []))["status"]);
        Assert.Equal("42", (string?)(await front.Run("40 + 2")).Told[2]["content"]!["data"]!["text/plain"]);
        output.WriteLine($"{door.Dropped} dropped so far");
    }

    Random Dice(int seed)
    {
        output.WriteLine($"seed {seed}");
        return new Random(seed);
    }
}
