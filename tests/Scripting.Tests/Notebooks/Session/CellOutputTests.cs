using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class CellOutputTests : IAsyncLifetime
{
    const int Most = 10_000;

    readonly CellBench bench = new(Most);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Both_streams_are_told_apart()
    {
        await bench.Run("Console.WriteLine(\"out\"); Console.Error.WriteLine(\"err\"); Console.Write('c'); Console.Write(\"{0}\", 1.5); Console.Out.Write(\"xyz\".ToCharArray(), 1, 2);");

        Assert.Equal(("out\nc1.5yz", "err\n"), (bench.Printed, bench.Errors));
    }

    [Fact]
    public async Task A_cell_that_prints_a_hundred_megabytes_is_cut_short_and_says_by_how_much()
    {
        await bench.Run("var line = new string('x', 9_999);\nfor (var i = 0; i < 10_000; i++) Console.WriteLine(line);");

        Assert.Equal(Most, bench.Printed.Length);
        Assert.Equal("\n… and 99,990,000 characters more: a cell prints at most 10,000.\n", bench.Errors);
        await bench.Run("Console.Write(\"again\");");
        Assert.EndsWith("again", bench.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_kernels_print_at_once_does_not_mix()
    {
        await using var other = new CellBench();
        const string Print = "for (var i = 0; i < 200; i++) {{ Console.Write('{0}'); await System.Threading.Tasks.Task.Yield(); }}";
        await Task.WhenAll(bench.Run(string.Format(null, Print, 'a')), other.Run(string.Format(null, Print, 'b')));

        Assert.Equal((new string('a', 200), new string('b', 200)), (bench.Printed, other.Printed));
    }

    [Fact]
    public async Task What_is_printed_comes_while_the_cell_runs()
    {
        await bench.Run("var gate = new System.Threading.Tasks.TaskCompletionSource();");
        using var stop = new CancellationTokenSource();
        var cell = bench.Execute("Console.Write(\"early\");\nawait gate.Task;", interrupt: stop.Token);
        await Eventually.Holds(() => bench.Printed == "early");
        Assert.False(cell.IsCompleted);
        await stop.CancelAsync();
        await cell;
    }

    [Fact]
    public async Task What_a_thread_prints_after_its_cell_goes_to_the_last_cell()
    {
        await bench.Run("var gate = new System.Threading.Tasks.TaskCompletionSource();\n_ = System.Threading.Tasks.Task.Run(async () => { await gate.Task; Console.Write(\"late\"); });");
        var second = new CellBench();
        await bench.Kernel.Execute(new CellRequest("gate.SetResult();"), second, default);
        await Eventually.Holds(() => second.Printed == "late");

        Assert.Equal("", bench.Printed);
        await second.DisposeAsync();
    }

    [Fact]
    public async Task A_cell_shows_values_and_replaces_them_later()
    {
        await bench.Run("var shown = Display(1);\nConsole.Write(\"between\");\n\"two\".Display();\nHtml(\"<b>x</b>\");\nMarkdown(\"# y\");");
        await bench.Run("shown.Update(\"new\");");

        Assert.Equal(["1", "two", "<b>x</b>", "# y"], bench.Displays.Select(each => each.Content.Forms[MimeBundle.PlainText]));
        Assert.Equal("<b>x</b>", bench.Displays[2].Content.Forms[MimeBundle.HtmlText]);
        Assert.Equal("# y", bench.Displays[3].Content.Forms[MimeBundle.MarkdownText]);
        var update = Assert.Single(bench.Updates);
        Assert.Equal((bench.Displays[0].Id, "new"), (update.Id, update.Content.Forms[MimeBundle.PlainText]));
    }

    [Fact]
    public async Task A_bar_fills_up_while_a_cell_works()
    {
        await bench.Run("using (var bar = Cell.Progress(\"work\", 200))\n    for (var i = 0; i <= 200; i++) { bar.Report(i); await System.Threading.Tasks.Task.Delay(1); }");

        Assert.StartsWith("work [..............................] 0 %", Assert.Single(bench.Displays).Content.Forms[MimeBundle.PlainText], StringComparison.Ordinal);
        Assert.StartsWith("work [##############################] 100 %", bench.Updates[^1].Content.Forms[MimeBundle.PlainText], StringComparison.Ordinal);
        Assert.InRange(bench.Updates.Count, 2, 200);
        Assert.All(bench.Updates, update => Assert.Equal(bench.Displays[0].Id, update.Id));
    }
}
