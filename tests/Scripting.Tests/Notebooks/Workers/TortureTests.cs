using System.Diagnostics;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Workers;

/// <summary>Cells that do what no cell should: the kernel lives, or a new one stands ready and says what was lost.</summary>
public sealed class TortureTests
{
    static readonly KernelLimits Hasty = new() { Patience = TimeSpan.FromSeconds(0.5) };

    [Fact]
    public async Task A_cell_that_loops_is_ended_and_says_what_was_lost()
    {
        await using var kernel = WorkerKit.Start(Hasty);
        await kernel.Run("var a = 1; var b = 2;");

        var result = await Interrupted(kernel, "Console.WriteLine(\"on\"); while (true) { }");

        Assert.Equal(CellStatus.Lost, result.Status);
        Assert.Equal(2, result.Count);
        Assert.Equal("WB3065", result.Error!.Name);
        Assert.Contains("did not stop within 0.5 s of being told to", result.Error.Message, StringComparison.Ordinal);
        Assert.Contains("Lost: a, b. A new kernel stands ready: run the cells above again.", result.Error.Message, StringComparison.Ordinal);
        await Forgot(kernel);
    }

    [Fact]
    public async Task A_cell_that_awaits_and_listens_is_stopped_and_keeps_its_state()
    {
        await using var kernel = WorkerKit.Start();
        await kernel.Run("var a = 1;");

        var result = await Interrupted(kernel, "Console.WriteLine(\"on\"); await Task.Delay(-1, CellContext.Current.Interrupt);");

        Assert.Equal(CellStatus.Interrupted, result.Status);
        await Remembers(kernel);
    }

    [Fact]
    public async Task A_cell_that_awaits_for_ever_is_left_where_it_is()
    {
        await using var kernel = WorkerKit.Start();
        await kernel.Run("var a = 1;");

        var result = await Interrupted(kernel, "Console.WriteLine(\"on\"); await Task.Delay(-1);");

        Assert.Equal(CellStatus.Interrupted, result.Status);
        await Remembers(kernel);
    }

    [Theory]
    [InlineData("Environment.Exit(3);", "the cell ended the process with exit code 3")]
    [InlineData("Environment.FailFast(\"no more\");", "the cell ended the process at once (Environment.FailFast): no more")]
    [InlineData("int Deep(int n) => n < 0 ? 0 : 1 + Deep(n + 1); Deep(0)", "the runtime ran out of stack")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill(); Thread.Sleep(-1);", "something outside ended the process (SIGKILL)")]
    public async Task A_cell_that_ends_its_process_is_lost_with_the_cause(string code, string cause)
    {
        await using var kernel = WorkerKit.Start();
        await kernel.Run("var a = 1;");
        var heard = new Heard();

        var result = await kernel.Run("Console.Write(\"last\"); Thread.Sleep(1_000); " + code, heard);

        Assert.Equal(CellStatus.Lost, result.Status);
        Assert.Equal("WB3064", result.Error!.Name);
        Assert.Contains(cause, result.Error.Message, StringComparison.Ordinal);
        Assert.Contains("Lost: a.", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal("last", heard.Out);
        Assert.Equal("", heard.Error);
        await Forgot(kernel);
    }

    [Fact]
    public async Task A_worker_killed_under_a_cell_is_replaced()
    {
        await using var kernel = WorkerKit.Start();
        await kernel.Run("var a = 1;");
        var heard = new Heard();
        var running = kernel.Run("Console.WriteLine(\"on\"); while (true) { }", heard);
        await KernelProcessTests.Eventually(() => heard.Out == "on\n");

        Kill(kernel.ProcessId!.Value);

        Assert.Contains("(SIGKILL), as the system does when memory is short. Lost: a.", (await running).Error!.Message, StringComparison.Ordinal);
        await Forgot(kernel);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_worker_killed_between_cells_is_told_of_by_the_next_one_which_runs(bool atOnce)
    {
        await using var kernel = WorkerKit.Start();
        await kernel.Run("var a = 1;");
        Kill(kernel.ProcessId!.Value);
        if (!atOnce)
        {
            await KernelProcessTests.Eventually(() => kernel.ProcessId is null);
        }

        var heard = new Heard();
        var result = await kernel.Run("var c = 3; c", heard);

        Assert.Equal("3", result.Value!.Forms["text/plain"]);
        Assert.Equal(1, result.Count);
        Assert.StartsWith("WB3064 The kernel's process ended since the last cell: something outside", heard.Error, StringComparison.Ordinal);
        Assert.Contains("Lost: a.", heard.Error, StringComparison.Ordinal);
        var next = new Heard();
        await kernel.Run("c", next);
        Assert.Equal("", next.Error);
    }

    [Theory]
    [InlineData("Console.WriteLine(\"on\"); while (true) { }")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => Thread.Sleep(-1); Console.WriteLine(\"on\"); Thread.Sleep(-1);")]
    public async Task No_worker_outlives_a_door_that_is_killed(string code)
    {
        var (door, worker) = WorkerKit.StartDoor(code);
        using (door)
        {
            Assert.True(IsAlive(worker));
            door.Kill();
        }

        await KernelProcessTests.Eventually(() => !IsAlive(worker));
    }

    [Fact]
    public async Task A_thread_of_a_cell_that_throws_ends_alone()
    {
        await using var kernel = WorkerKit.Start();
        await kernel.Run("var a = 1;");
        var heard = new Heard();

        var result = await kernel.Run("var thread = new Thread(() => throw new InvalidOperationException(\"boom\")); thread.Start(); thread.Join();", heard);

        Assert.Equal(CellStatus.Ok, result.Status);
        Assert.Contains("System.InvalidOperationException: boom", heard.Error, StringComparison.Ordinal);
        await Remembers(kernel);
    }

    [Fact]
    public async Task A_hundred_megabytes_of_raw_output_are_cut_and_counted()
    {
        await using var kernel = WorkerKit.Start();
        await kernel.Run("var a = 1;");
        var heard = new Heard();

        await kernel.Run("var raw = Console.OpenStandardOutput(); var block = new byte[1 << 20]; Array.Fill(block, (byte)'x'); for (var i = 0; i < 100; i++) raw.Write(block);", heard);

        Assert.Equal(1_000_000, heard.Out.Count(each => each == 'x'));
        Assert.EndsWith("… and 103,857,600 more characters.\n", heard.Out, StringComparison.Ordinal);
        await Remembers(kernel);
    }

    [Fact]
    public async Task A_cell_that_allocates_without_end_meets_an_exception_and_keeps_the_state()
    {
        await using var kernel = WorkerKit.Start(new KernelLimits { MemoryMb = 768 });
        await kernel.Run("var a = 1;");

        var result = await kernel.Run("void Hoard() { var all = new List<byte[]>(); while (true) { var block = new byte[1 << 20]; Array.Fill(block, (byte)1); all.Add(block); } } Hoard();");

        Assert.Equal(CellStatus.Failed, result.Status);
        Assert.Contains("OutOfMemory", result.Error!.Name, StringComparison.Ordinal);
        await Remembers(kernel);
    }

    [Fact]
    public async Task A_cell_that_takes_memory_past_the_collector_is_ended()
    {
        await using var kernel = WorkerKit.Start(new KernelLimits { MemoryMb = 768 });
        await kernel.Run("var a = 1;");

        var result = await kernel.Run("while (true) { var block = System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 20); for (var i = 0; i < 1 << 20; i += 4096) System.Runtime.InteropServices.Marshal.WriteByte(block, i, 1); }");

        Assert.Equal(CellStatus.Lost, result.Status);
        Assert.Equal("WB3066", result.Error!.Name);
        Assert.Matches(@"it used [7-9]\d\d MB and 768 are allowed\. Lost: a\.", result.Error.Message);
        await Forgot(kernel);
    }

    static async Task<CellResult> Interrupted(KernelProcess kernel, string code)
    {
        using var stop = new CancellationTokenSource();
        var heard = new Heard();
        var running = kernel.Run(code, heard, stop.Token);
        await KernelProcessTests.Eventually(() => heard.Out == "on\n");
        await stop.CancelAsync();
        return await running;
    }

    static async Task Remembers(KernelProcess kernel)
    {
        var result = await kernel.Run("a");
        Assert.True(result.Value?.Forms["text/plain"] == "1", $"{result.Status} {result.Error}");
    }

    static async Task Forgot(KernelProcess kernel)
    {
        Assert.Equal(CellStatus.Failed, (await kernel.Run("a")).Status);
        Assert.Equal("2", (await kernel.Run("1 + 1")).Value!.Forms["text/plain"]);
    }

    /// <summary>Whether it runs: what nobody has collected yet does not.</summary>
    static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            var stat = $"/proc/{id}/stat";
            return !OperatingSystem.IsLinux() || !File.ReadAllText(stat).Split(") ")[^1].StartsWith('Z');
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            return false;
        }
    }

    static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }
}
