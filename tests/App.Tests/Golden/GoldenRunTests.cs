using Workbench.Support;

namespace Workbench.App.Tests.Golden;

/// <summary>
/// The second lock on determinism. After a change that is meant, WORKBENCH_GOLDEN=write ./run.sh test App writes the new
/// values; the sentence in <c>why</c> is the author's to write.
/// </summary>
public sealed class GoldenRunTests
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Repository.Path("strategies"), "*.csx").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Script_decides_as_its_golden_run_says(string name)
    {
        using var folder = new TempFolder();
        var file = Repository.Path($"tests/Golden/{name}.json");
        var golden = GoldenRun.Read(file);

        var now = golden.RunNow(folder.File("run"));

        if (Environment.GetEnvironmentVariable("WORKBENCH_GOLDEN") == "write")
        {
            now.Write(file);
            return;
        }

        Assert.Equal((golden.EventLogHash, golden.Orders, golden.Trades, golden.EndEquity), (now.EventLogHash, now.Orders, now.Trades, now.EndEquity));
        Assert.NotEmpty(golden.Why);
    }
}
