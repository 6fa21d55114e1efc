using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Workers;

/// <summary>A kernel behind a process: what goes in, what comes out, and in which order.</summary>
public sealed class KernelProcessTests
{
    [Fact]
    public async Task Cells_run_one_after_the_other_in_another_process_and_share_their_state()
    {
        await using var kernel = WorkerKit.Start();

        var first = kernel.Run("var x = 20; Environment.ProcessId");
        var second = kernel.Run("x + 1");

        var id = (await first).Value!.Forms["text/plain"];
        Assert.Equal(FormattableString.Invariant($"{kernel.ProcessId}"), id);
        Assert.NotEqual(FormattableString.Invariant($"{Environment.ProcessId}"), id);
        Assert.Equal("21", (await second).Value!.Forms["text/plain"]);
        Assert.Equal(["x"], (await second).Names);
        Assert.Equal(2, (await second).Count);
    }

    [Fact]
    public async Task Output_comes_in_its_order_and_many_small_prints_in_few_texts()
    {
        await using var kernel = WorkerKit.Start();
        var heard = new Heard();

        var result = await kernel.Run("""
            for (var i = 0; i < 10_000; i++) Console.WriteLine(i);
            var to = CellContext.Current.Output;
            to.Display(MimeBundle.Plain("a"), "bar");
            to.Update("bar", MimeBundle.Plain("b"));
            to.Clear(true);
            Console.Error.Write("trouble 😀");
            """, heard);

        Assert.Equal(CellStatus.Ok, result.Status);
        Assert.Equal(string.Concat(Enumerable.Range(0, 10_000).Select(i => FormattableString.Invariant($"{i}\n"))), heard.Out);
        Assert.Equal("trouble 😀", heard.Error);
        Assert.Equal(["display bar a", "update bar b", "clear True"], heard.Events);
        Assert.InRange(heard.Texts, 2, 1_000);
    }

    [Fact]
    public async Task What_is_written_past_the_console_comes_out_of_its_cell()
    {
        await using var kernel = WorkerKit.Start();
        var (first, second) = (new Heard(), new Heard());

        await kernel.Run("var raw = Console.OpenStandardOutput(); raw.Write(new byte[] { 0x68, 0x69, 0xc3 }); raw.Write(new byte[] { 0xa9 });", first);
        await kernel.Run("Console.OpenStandardError().Write(\"Stack overflow. Not.\"u8);", second);

        Assert.Equal("hié", first.Out);
        Assert.Equal("Stack overflow. Not.", second.Error);
    }

    [Fact]
    public async Task A_question_is_answered_while_a_cell_runs()
    {
        await using var kernel = WorkerKit.StartTiny();
        using var stop = new CancellationTokenSource();
        var heard = new Heard();
        var running = kernel.Run("Console.WriteLine(\"on\"); await Task.Delay(-1, CellContext.Current.Interrupt);", heard, stop.Token);
        await Eventually(() => heard.Out == "on\n");

        Assert.Equal("Word", Assert.Single((await kernel.Complete("W", 1)).Items).Text);
        Assert.Equal("text", Assert.Single(await kernel.Diagnose("text")).Message);
        Assert.False(await kernel.IsComplete("{"));
        Assert.Null(await kernel.Inspect("x", 0));
        Assert.Null(await kernel.Signatures("x", 0));
        await stop.CancelAsync();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
    }

    [Fact]
    public async Task A_listener_that_throws_gets_its_error_back_and_the_kernel_lives()
    {
        await using var kernel = WorkerKit.Start();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => kernel.Execute(new CellRequest("var y = 5; Console.WriteLine(1);"), new Deaf(), default));

        Assert.Contains("not listening", error.Message, StringComparison.Ordinal);
        Assert.Equal("5", (await kernel.Run("y")).Value!.Forms["text/plain"]);
    }

    [Fact]
    public async Task A_cell_that_is_stopped_before_its_turn_is_not_run()
    {
        await using var kernel = WorkerKit.Start();
        using var stop = new CancellationTokenSource();
        var first = kernel.Run("await Task.Delay(100);");
        var second = kernel.Run("var z = 1;", null, stop.Token);
        await stop.CancelAsync();

        Assert.Equal(CellStatus.Interrupted, (await second).Status);
        Assert.Equal(CellStatus.Ok, (await first).Status);
        Assert.Equal(CellStatus.Failed, (await kernel.Run("z")).Status);
    }

    [Fact]
    public async Task A_restart_forgets_all_and_ends_a_running_cell()
    {
        await using var kernel = WorkerKit.Start();
        await kernel.Run("var x = 1;");
        var heard = new Heard();
        var running = kernel.Run("Console.WriteLine(\"on\"); while (true) { }", heard);
        await Eventually(() => heard.Out == "on\n");

        await kernel.Restart();

        var lost = await running;
        Assert.Equal(CellStatus.Lost, lost.Status);
        Assert.Contains("the kernel was restarted. Lost: x.", lost.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(CellStatus.Failed, (await kernel.Run("x")).Status);
    }

    [Fact]
    public async Task A_worker_that_cannot_begin_is_told_with_its_last_words_and_not_tried_for_ever()
    {
        var tries = 0;
        await using var kernel = new KernelProcess(pipes =>
        {
            Interlocked.Increment(ref tries);
            return new System.Diagnostics.ProcessStartInfo("dotnet", ["exec", "no-such-program.dll", pipes.Requests, pipes.Answers]);
        });

        var error = await Assert.ThrowsAsync<WorkbenchException>(() => kernel.Run("1"));

        Assert.Equal("WB3060", error.Code);
        Assert.Contains("no-such-program.dll", error.Message, StringComparison.Ordinal);
        Assert.Empty((await kernel.Complete("", 0)).Items);
        Assert.Equal(2, tries);
    }

    internal static async Task Eventually(Func<bool> holds)
    {
        for (var began = System.Diagnostics.Stopwatch.StartNew(); !holds(); await Task.Delay(10))
        {
            Assert.True(began.Elapsed < TimeSpan.FromSeconds(60), "it did not come to be");
        }
    }

    sealed class Deaf : ICellOutput
    {
        public void Stream(StreamName name, string text) => throw new InvalidOperationException("not listening");

        public void Display(MimeBundle content, string? displayId = null) => throw new InvalidOperationException("not listening");

        public void Update(string displayId, MimeBundle content) => throw new InvalidOperationException("not listening");

        public void Clear(bool wait) => throw new InvalidOperationException("not listening");
    }
}
