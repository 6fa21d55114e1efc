using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

/// <summary>How a kernel ends, and whom it listens to at all.</summary>
public sealed class JupyterLifeTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_shutdown_is_answered_before_the_kernel_ends_even_while_a_cell_loops(bool restart, bool viaControl)
    {
        await using var door = new OpenDoor();
        using var front = await door.Connect();
        if (viaControl)
        {
            await front.Hear(await front.Send("execute_request", new JsonObject { ["code"] = "while (!Interrupt.IsCancellationRequested) { }" }), "execute_input");
        }

        var id = await front.Send("shutdown_request", new JsonObject { ["restart"] = restart }, viaControl ? front.Control : front.Shell);

        Assert.Equal(restart, (bool)(await front.Reply(id, viaControl ? front.Control : front.Shell))["restart"]!);
        Assert.Equal(restart, (bool)(await front.Hear(id, "shutdown_reply"))["restart"]!);
        await front.Told(id);
        Assert.Equal(restart, await door.Over);
    }

    [Fact]
    public async Task Without_a_key_unsigned_messages_are_taken_and_sent()
    {
        await using var door = new OpenDoor("", new ZmtpLimits());
        using var front = await door.Connect();

        Assert.Equal("2", (string?)(await front.Run("1 + 1")).Told[2]["content"]!["data"]!["text/plain"]);
        Assert.Equal(0, door.Dropped);
    }

    [Fact]
    public async Task A_stranger_gets_no_answer_and_is_counted()
    {
        await using var door = new OpenDoor();
        using var front = await door.Connect();
        using var stranger = await WirePeer.Connect(door.At.ShellPort, "DEALER");
        var good = front.Request("execute_request", new JsonObject { ["code"] = "throw new Exception();" });
        var forged = good.ToArray();
        forged[5] = "{\"code\": \"1\"}"u8.ToArray();

        await stranger.Send(forged);
        await stranger.Send([good[0], [], .. good[2..]]);
        await stranger.Send([good[0], good[1][..63], .. good[2..]]);
        await door.UntilDropped(3);
        Assert.Contains("shell: a message is not signed with the connection's key", door.Said, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await front.Run("1")).Reply["execution_count"]!);
    }

    [Fact]
    public async Task An_overheard_message_cannot_be_sent_again()
    {
        await using var door = new OpenDoor();
        using var front = await door.Connect();
        using var eavesdropper = await WirePeer.Connect(door.At.ShellPort, "DEALER");
        var overheard = front.Request("execute_request", new JsonObject { ["code"] = "var once = 1;" });

        await front.Shell.Send(overheard);
        await eavesdropper.Send(overheard);
        await door.UntilDropped(1);
        Assert.Contains("came again", door.Said, StringComparison.Ordinal);
        Assert.Equal(2, (int)(await front.Run("1")).Reply["execution_count"]!);
    }
}
