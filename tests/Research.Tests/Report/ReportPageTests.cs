namespace Workbench.Research.Tests;

public sealed class ReportPageTests
{
    [Fact]
    public void A_saved_run_is_a_folder_with_result_curves_and_report()
    {
        using var temp = new TempFolder();
        var report = SyntheticRun.Make(seed: 1, candles: 2_000, turnEvery: 40);

        RunFolder.Save(temp.Path, report);

        Assert.Equal(["curves.json", "report.html", "result.json"], Directory.GetFiles(temp.Path).Select(Path.GetFileName).Order());
        if (Environment.GetEnvironmentVariable("KEEP") is { } keep) { Directory.CreateDirectory(keep); foreach (var f in Directory.GetFiles(temp.Path)) File.Copy(f, Path.Combine(keep, Path.GetFileName(f)), true); }
    }
}
