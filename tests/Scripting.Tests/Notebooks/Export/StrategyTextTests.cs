using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class StrategyTextTests
{
    const string Class = "public sealed class A : Strategy\n{\n    // kept,  as it is\t\n}";

    [Theory]
    [InlineData("#!strategy\n" + Class)]
    [InlineData("\n\n#!time\n#!strategy \n\n" + Class + "\n\n\n")]
    [InlineData(Class + "\n")]
    [InlineData("#!csharp\r\n" + Class + "\r\n")]
    public void Magics_and_the_blank_lines_around_go_and_all_else_stays(string cell) => Assert.Equal(Class + "\n", StrategyText.Of(cell));

    [Fact]
    public void Directives_stay_and_so_do_the_distances_between_lines() =>
        Assert.Equal("#r \"x.dll\"\n#load \"y.csx\"\n\n" + Class + "\n", StrategyText.Of("#r \"x.dll\"\n#load \"y.csx\"\n#!time\n" + Class));

    [Fact]
    public void What_came_out_goes_in_again_unchanged()
    {
        for (var seed = 1; seed <= 2_000; seed++)
        {
            var cell = new RandomNotebooks(seed).Text(10);
            var once = StrategyText.Of(cell);
            Assert.True(once == StrategyText.Of(once), $"seed {seed}");
            Assert.True(once.Length == 0 || (once.EndsWith('\n') && !once.EndsWith("\n\n", StringComparison.Ordinal)), $"seed {seed}");
        }
    }

    [Fact]
    public async Task What_the_session_kept_of_a_cell_gives_the_script_that_the_cell_gives()
    {
        const string Cell = "#!time\r\n#!strategy\r\n\r\n// first\r\npublic sealed class A : Strategy { }\r\n#!time\r\npublic sealed class B { }\r\n\r\n";
        using var folder = new ScriptFolder();
        await using var kernel = new CellKernel(new KernelSetup { CacheFolder = folder.Cache });
        await kernel.Execute(new CellRequest(Cell), new CellOutputs([]), default);
        var result = await kernel.Execute(new CellRequest("Workbench.Scripting.Notebooks.CellContext.Current.SourceOf(typeof(A)).Code"), new CellOutputs([]), default);

        // Where a kernel's library cannot be named by a cell, the test would prove nothing.
        Assert.True(result.Status == CellStatus.Ok, result.Error?.Message);
        Assert.Equal("// first\npublic sealed class A : Strategy { }\n\npublic sealed class B { }\n", StrategyText.Of(Cell));
        Assert.Equal(StrategyText.Of(Cell), StrategyText.Of(result.Value!.Forms[MimeBundle.PlainText]));
    }
}
