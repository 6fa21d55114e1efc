using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

/// <summary>A front end: asks on shell and control, listens on iopub.</summary>
sealed class FrontEnd : IDisposable
{
    readonly string key;
    readonly string session = Guid.NewGuid().ToString("N");
    readonly Dictionary<string, List<JsonNode>> told = [];
    int count;

    FrontEnd(string key) => this.key = key;

    public WirePeer Shell { get; private set; } = null!;

    public WirePeer Control { get; private set; } = null!;

    public WirePeer Iopub { get; private set; } = null!;

    /// <summary>Connects, and returns once the kernel's output arrives.</summary>
    public static async Task<FrontEnd> Connect(ConnectionFile at, string? key = null)
    {
        var front = new FrontEnd(key ?? at.Key)
        {
            Shell = await WirePeer.Connect(at.ShellPort, "DEALER"),
            Control = await WirePeer.Connect(at.ControlPort, "DEALER"),
            Iopub = await WirePeer.Connect(at.IopubPort, "SUB"),
        };
        await front.Iopub.Command("SUBSCRIBE");
        // When the subscription is in force nobody says; so it is asked until it is heard.
        var heard = front.Iopub.Receive();
        while (!heard.IsCompleted)
        {
            await front.Ask("kernel_info_request", []);
            await Task.WhenAny(heard, Task.Delay(20));
        }

        front.Note(await heard);
        var last = await front.Send("kernel_info_request", []);
        await front.Reply(last);
        await front.Told(last);
        return front;
    }

    /// <summary>The parts of a signed request.</summary>
    public byte[][] Request(string type, JsonObject content, JsonObject? metadata = null) => Sign(
        Encoding.UTF8.GetBytes(new JsonObject
        {
            ["msg_id"] = FormattableString.Invariant($"ask-{++count}"), ["msg_type"] = type, ["session"] = session, ["username"] = "u", ["date"] = "2024-03-04T00:00:00Z", ["version"] = "5.3",
        }.ToJsonString()),
        "{}"u8.ToArray(), Encoding.UTF8.GetBytes((metadata ?? []).ToJsonString()), Encoding.UTF8.GetBytes(content.ToJsonString()));

    /// <summary>Four parts with their signature before them.</summary>
    public byte[][] Sign(params byte[][] four) =>
        ["<IDS|MSG>"u8.ToArray(), key.Length == 0 ? [] : Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), four.SelectMany(part => part).ToArray()))), .. four];

    /// <summary>Sends a request; its id.</summary>
    public async Task<string> Send(string type, JsonObject content, WirePeer? to = null, JsonObject? metadata = null)
    {
        await (to ?? Shell).Send(Request(type, content, metadata));
        return FormattableString.Invariant($"ask-{count}");
    }

    /// <summary>Sends a request and waits for its reply's content.</summary>
    public async Task<JsonNode> Ask(string type, JsonObject content, WirePeer? to = null)
    {
        var id = await Send(type, content, to);
        return await Reply(id, to);
    }

    /// <summary>The reply to a request; others that come before it are left out.</summary>
    public async Task<JsonNode> Reply(string id, WirePeer? from = null)
    {
        while (true)
        {
            var message = Read(await (from ?? Shell).Receive());
            if ((string?)message["parent"]!["msg_id"] == id)
            {
                return message["content"]!;
            }
        }
    }

    /// <summary>What was told of a request, from busy to idle.</summary>
    public async Task<IReadOnlyList<JsonNode>> Told(string id)
    {
        while (!told.TryGetValue(id, out var messages) || !IsIdle(messages[^1]))
        {
            Note(await Iopub.Receive());
        }

        return told[id];
    }

    /// <summary>Waits for the first message of a type that follows from a request.</summary>
    public async Task<JsonNode> Hear(string id, string type)
    {
        while (true)
        {
            if (told.TryGetValue(id, out var messages) && messages.Find(message => (string?)message["type"] == type) is { } heard)
            {
                return heard["content"]!;
            }

            Note(await Iopub.Receive());
        }
    }

    /// <summary>Runs a cell: the reply, and what was told between busy and idle, type by type with its content.</summary>
    public async Task<(JsonNode Reply, IReadOnlyList<JsonNode> Told)> Run(string code, JsonObject? more = null)
    {
        var content = more ?? [];
        content["code"] = code;
        var id = await Send("execute_request", content);
        return (await Reply(id), await Told(id));
    }

    /// <summary>Parts of a message as one object, its signature checked.</summary>
    public JsonNode Read(IReadOnlyList<byte[]> parts)
    {
        var at = parts.ToList().FindIndex(part => part.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        Assert.Equal(Sign([.. parts.Skip(at + 2)])[1], parts[at + 1]);
        return new JsonObject
        {
            ["type"] = JsonNode.Parse(parts[at + 2])!["msg_type"]!.DeepClone(),
            ["parent"] = JsonNode.Parse(parts[at + 3]),
            ["content"] = JsonNode.Parse(parts[at + 5]),
        };
    }

    public void Dispose()
    {
        Shell.Dispose();
        Control.Dispose();
        Iopub.Dispose();
    }

    static bool IsIdle(JsonNode message) => (string?)message["content"]!["execution_state"] == "idle";

    void Note(List<byte[]> parts)
    {
        var message = Read(parts);
        var id = (string?)message["parent"]!["msg_id"] ?? "";
        (told.TryGetValue(id, out var known) ? known : told[id] = []).Add(message);
    }
}
