using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

/// <summary>What a front end sees of the kernel, message by message.</summary>
public sealed class JupyterDoorTests(OpenDoor door) : IClassFixture<OpenDoor>
{
    [Fact]
    public async Task The_kernel_says_what_it_is_on_both_channels()
    {
        using var front = await door.Connect();

        foreach (var channel in new[] { front.Shell, front.Control })
        {
            var info = await front.Ask("kernel_info_request", [], channel);
            Assert.Equal(("ok", "5.3", "C#"), ((string?)info["status"], (string?)info["protocol_version"], (string?)info["language_info"]!["name"]));
            Assert.Equal("csharp", (string?)info["language_info"]!["pygments_lexer"]);
        }
    }

    [Fact]
    public async Task A_cell_is_told_in_order_and_all_of_it_under_its_own_header()
    {
        using var front = await door.Connect();
        var (reply, told) = await front.Run("""
            Output.Stream(StreamName.Out, "a"); Output.Stream(StreamName.Out, "b\n"); Output.Stream(StreamName.Error, "c");
            Output.Display(MimeBundle.Of(("text/plain", "bar"), ("application/json", "{\"x\":[1]}"), ("application/vnd.plotly.v1+json", "no json")) with { RunIds = ["r1"] }, "d1");
            Output.Update("d1", MimeBundle.Plain("bar 2")); Output.Clear(wait: true);
            6 * 7
            """);

        Assert.Equal("ok", (string?)reply["status"]);
        Assert.Equal(
            ["status", "execute_input", "stream", "stream", "display_data", "update_display_data", "clear_output", "execute_result", "status"],
            told.Select(message => (string?)message["type"]));
        Assert.Equal(("stdout", "ab\n"), ((string?)Content(2)["name"], (string?)Content(2)["text"]));
        Assert.Equal(("stderr", "c"), ((string?)Content(3)["name"], (string?)Content(3)["text"]));
        Assert.Equal("""{"application/json":{"x":[1]},"application/vnd.plotly.v1\u002Bjson":"no json","text/plain":"bar"}""", Content(4)["data"]!.ToJsonString());
        Assert.Equal("r1", (string?)Content(4)["metadata"]!["workbench"]!["runIds"]![0]);
        Assert.Equal("d1", (string?)Content(4)["transient"]!["display_id"]);
        Assert.Equal(("bar 2", "d1"), ((string?)Content(5)["data"]!["text/plain"], (string?)Content(5)["transient"]!["display_id"]));
        Assert.True((bool)Content(6)["wait"]!);
        Assert.Equal("42", (string?)Content(7)["data"]!["text/plain"]);
        Assert.Equal((int)reply["execution_count"]!, (int)Content(7)["execution_count"]!);
        Assert.Equal((int)reply["execution_count"]!, (int)Content(1)["execution_count"]!);

        JsonNode Content(int at) => told[at]["content"]!;
    }

    [Fact]
    public async Task Many_small_prints_become_few_messages()
    {
        using var front = await door.Connect();
        var (_, told) = await front.Run("for (var i = 0; i < 200_000; i++) Output.Stream(StreamName.Out, \"x\");");
        var printed = told.Where(message => (string?)message["type"] == "stream").Select(message => (string)message["content"]!["text"]!).ToList();

        Assert.Equal(200_000, printed.Sum(text => text.Length));
        Assert.InRange(printed.Count, 1, 400);
    }

    [Fact]
    public async Task A_cell_that_fails_takes_those_that_wait_with_it_unless_told_not_to()
    {
        using var front = await door.Connect();
        foreach (var stops in new[] { true, false })
        {
            var first = await front.Send("execute_request", new JsonObject { ["code"] = "while (!Interrupt.IsCancellationRequested) { } throw new InvalidOperationException(\"no\");", ["stop_on_error"] = stops });
            var waiting = await front.Send("execute_request", new JsonObject { ["code"] = "1 + 1" });
            await front.Hear(first, "execute_input");
            // The control channel is answered while a cell runs; the shell's requests were sent before.
            await front.Ask("interrupt_request", [], front.Control);
            var (failed, next) = (await front.Reply(first), await front.Reply(waiting));

            Assert.Equal(("error", "InvalidOperationException", "no"), ((string?)failed["status"], (string?)failed["ename"], (string?)failed["evalue"]));
            Assert.Equal(failed["traceback"]!.ToJsonString(), (await front.Hear(first, "error"))["traceback"]!.ToJsonString());
            Assert.Equal(stops ? "aborted" : "ok", (string?)next["status"]);
            Assert.Equal("ok", (string?)(await front.Run("2")).Reply["status"]);
        }
    }

    [Fact]
    public async Task An_interrupt_by_signal_stops_the_cell_and_keeps_its_variables()
    {
        using var front = await door.Connect();
        await front.Run("var kept = 5;");
        var id = await front.Send("execute_request", new JsonObject { ["code"] = "Interrupt.WaitHandle.WaitOne(); Interrupt.ThrowIfCancellationRequested();" });
        await front.Hear(id, "execute_input");
        door.Interrupt();

        Assert.Equal("OperationCanceledException", (string?)(await front.Reply(id))["ename"]);
        Assert.Equal("5", (string?)(await front.Run("kept")).Told[2]["content"]!["data"]!["text/plain"]);
    }

    [Fact]
    public async Task A_silent_cell_is_neither_shown_nor_counted()
    {
        using var front = await door.Connect();
        var before = (int)(await front.Run("1")).Reply["execution_count"]!;
        var (reply, told) = await front.Run("Output.Stream(StreamName.Out, \"x\"); 3", new JsonObject { ["silent"] = true });
        var (failed, toldOfIt) = await front.Run("nothing", new JsonObject { ["silent"] = true });

        Assert.Equal(("ok", before), ((string?)reply["status"], (int)reply["execution_count"]!));
        Assert.Equal(["status", "status"], told.Select(message => (string?)message["type"]));
        Assert.Equal("error", (string?)failed["status"]);
        Assert.Equal(["status", "status"], toldOfIt.Select(message => (string?)message["type"]));
        Assert.Equal(before + 1, (int)(await front.Run("1")).Reply["execution_count"]!);
    }

    [Fact]
    public async Task Expressions_beside_a_cell_come_back_each_with_a_value_or_an_error()
    {
        using var front = await door.Connect();
        var (reply, _) = await front.Run("var seen = 8;", new JsonObject { ["user_expressions"] = new JsonObject { ["good"] = "seen * 2", ["bad"] = "seen +" } });

        Assert.Equal("16", (string?)reply["user_expressions"]!["good"]!["data"]!["text/plain"]);
        Assert.Equal("error", (string?)reply["user_expressions"]!["bad"]!["status"]);
        Assert.Empty((await front.Run("throw new Exception();", new JsonObject { ["user_expressions"] = new JsonObject { ["good"] = "1" } })).Reply["user_expressions"]!.AsObject());
    }

    [Fact]
    public async Task The_kernel_is_told_which_cell_of_which_notebook_it_runs()
    {
        using var front = await door.Connect();
        var id = await front.Send("execute_request", new JsonObject { ["code"] = "1" }, metadata: new JsonObject { ["cellId"] = "cell-7" });
        await front.Reply(id);

        Assert.Equal(("cell-7", "notebooks/one.ipynb"), (door.Kernel.Last!.CellId, door.Kernel.Last.Notebook));
    }

    [Fact]
    public async Task Places_are_counted_in_code_points_as_Jupyter_does()
    {
        using var front = await door.Connect();
        await front.Run("var zebra = 1;");
        var words = await front.Ask("complete_request", new JsonObject { ["code"] = "\"🦓🦓\" + zeb;", ["cursor_pos"] = 10 });

        Assert.Equal("zebra", (string?)words["matches"]!.AsArray().Single());
        Assert.Equal((7, 10), ((int)words["cursor_start"]!, (int)words["cursor_end"]!));
        Assert.Equal(("variable", "Int32 zebra"), ((string?)Kind("type"), (string?)Kind("signature")));

        JsonNode? Kind(string name) => words["metadata"]!["_jupyter_types_experimental"]![0]![name];
    }

    [Fact]
    public async Task What_stands_at_a_place_is_said_and_else_how_to_call_it()
    {
        using var front = await door.Connect();
        await front.Run("var hen = 12;");

        Assert.Equal("hen = 12", (string?)(await Inspect("hen"))["data"]!["text/plain"]);
        Assert.Equal("int Max(int, int)\ndouble Max(double, double)", (string?)(await Inspect("Math.Max("))["data"]!["text/plain"]);
        Assert.False((bool)(await Inspect("  "))["found"]!);

        Task<JsonNode> Inspect(string code) => front.Ask("inspect_request", new JsonObject { ["code"] = code, ["cursor_pos"] = code.Length, ["detail_level"] = 0 });
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("if (true) {", "incomplete")]
    public async Task Whether_a_cell_is_whole_is_said(string code, string status)
    {
        using var front = await door.Connect();
        Assert.Equal(status, (string?)(await front.Ask("is_complete_request", new JsonObject { ["code"] = code }))["status"]);
    }

    [Fact]
    public async Task Cells_that_were_run_can_be_asked_for_again()
    {
        using var front = await door.Connect();
        await front.Run("\"first \" + 1");
        await front.Run("\"second \" + 2", new JsonObject { ["store_history"] = false });
        var number = (int)(await front.Run("\"third \" + 3")).Reply["execution_count"]!;

        Assert.Equal($"""[[1,{number - 2},"\u0022first \u0022 \u002B 1"],[1,{number},"\u0022third \u0022 \u002B 3"]]""", await History(new JsonObject { ["hist_access_type"] = "tail", ["n"] = 2 }));
        Assert.Equal($"""[[1,{number},["\u0022third \u0022 \u002B 3","third 3"]]]""", await History(new JsonObject { ["hist_access_type"] = "range", ["start"] = number, ["stop"] = number + 1, ["output"] = true }));
        Assert.Equal("[]", await History(new JsonObject { ["hist_access_type"] = "range", ["session"] = -3 }));
        Assert.Equal($"""[[1,{number - 2},"\u0022first \u0022 \u002B 1"]]""", await History(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "*first*", ["n"] = 1, ["unique"] = true }));

        async Task<string> History(JsonObject content) => (await front.Ask("history_request", content))["history"]!.ToJsonString();
    }

    [Fact]
    public async Task Who_opens_a_comm_is_told_that_it_is_closed()
    {
        using var front = await door.Connect();
        var id = await front.Send("comm_open", new JsonObject { ["comm_id"] = "c1", ["target_name"] = "widget", ["data"] = new JsonObject() });

        Assert.Equal("c1", (string?)(await front.Hear(id, "comm_close"))["comm_id"]);
        Assert.Empty((await front.Ask("comm_info_request", []))["comms"]!.AsObject());
    }

    [Fact]
    public async Task A_debugger_is_refused()
    {
        using var front = await door.Connect();
        var refused = await front.Ask("debug_request", new JsonObject { ["type"] = "request", ["seq"] = 4, ["command"] = "initialize" }, front.Control);

        Assert.Equal((false, 4, "initialize"), ((bool)refused["success"]!, (int)refused["request_seq"]!, (string?)refused["command"]));
    }

    [Fact]
    public async Task Addresses_before_a_request_stand_before_its_reply()
    {
        using var front = await door.Connect();
        await front.Shell.Send([[1, 2], [], .. front.Request("kernel_info_request", [])]);
        var reply = await front.Shell.Receive();

        Assert.Equal([[1, 2], [], "<IDS|MSG>"u8.ToArray()], reply.Take(3));
    }

    [Fact]
    public async Task Two_front_ends_see_each_others_cells_and_get_their_own_replies()
    {
        using var one = await door.Connect();
        using var two = await door.Connect();
        var id = await two.Send("execute_request", new JsonObject { ["code"] = "\"from two\"" });
        await two.Reply(id);
        Assert.Equal("from two", (string?)(await one.Hear(id, "execute_result"))["data"]!["text/plain"]);
        Assert.Equal("ok", (string?)(await one.Run("1")).Reply["status"]);
    }

    [Fact]
    public async Task The_heart_beats_while_a_cell_loops()
    {
        using var front = await door.Connect();
        using var heart = await WirePeer.Connect(door.At.HeartbeatPort, "REQ");
        var id = await front.Send("execute_request", new JsonObject { ["code"] = "while (!Interrupt.IsCancellationRequested) { }" });
        await front.Hear(id, "execute_input");
        await heart.Send([], "ping"u8.ToArray());

        Assert.Equal([[], "ping"u8.ToArray()], await heart.Receive());
        door.Interrupt();
        await front.Reply(id);
    }
}
