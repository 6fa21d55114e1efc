namespace Workbench.Research.Tests;

public sealed class RunFolderTests
{
    [Fact]
    public void A_saved_run_loads_again_and_leaves_nothing_half_written()
    {
        using var temp = new TempFolder();
        var saved = SyntheticRun.Make(seed: 1, candles: 500, turnEvery: 20);

        RunFolder.Save(temp.Path, saved);
        var loaded = RunFolder.Load(temp.Path);

        Assert.Equal(["curves.json", "report.html", "result.json"], Directory.GetFiles(temp.Path).Select(Path.GetFileName).Order());
        Assert.Equal(saved.Document.Equity, loaded.Document.Equity);
        Assert.Equal(saved.Document.Warnings, loaded.Document.Warnings);
        Assert.Equal(saved.Curves.Trades, loaded.Curves.Trades);
        Assert.Equal(saved.Curves.Equity.Times, loaded.Curves.Equity.Times);
    }

    [Fact]
    public void A_folder_without_a_run_says_so()
    {
        using var temp = new TempFolder();

        var error = Assert.Throws<WorkbenchException>(() => RunFolder.Load(temp.Path));

        Assert.Equal(("WB4101", ExitCode.NotFound), (error.Code, error.Exit));
    }

    [Fact]
    public void A_result_cut_anywhere_is_refused_and_never_half_read()
    {
        using var temp = new TempFolder();
        RunFolder.Save(temp.Path, SyntheticRun.Make(seed: 1, candles: 100, turnEvery: 20));
        var whole = File.ReadAllBytes(temp.File(RunFolder.ResultFile));
        var dice = new Random(7);
        for (var i = 0; i < 40; i++)
        {
            var cut = dice.Next(whole.Length - 2);
            File.WriteAllBytes(temp.File(RunFolder.ResultFile), whole[..cut]);

            Assert.Equal("WB4102", Assert.Throws<WorkbenchException>(() => RunFolder.LoadDocument(temp.Path)).Code);
        }
    }

    [Fact]
    public void A_result_of_a_newer_version_is_refused()
    {
        using var temp = new TempFolder();
        RunFolder.Save(temp.Path, SyntheticRun.Make(seed: 1, candles: 100, turnEvery: 20));
        var file = temp.File(RunFolder.ResultFile);
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"schema\": 1", "\"schema\": 2", StringComparison.Ordinal));

        Assert.Equal("WB4103", Assert.Throws<WorkbenchException>(() => RunFolder.LoadDocument(temp.Path)).Code);
    }
}
