using Workbench.Support;

namespace Workbench.App.Tests.Golden;

/// <summary>
/// The second lock on determinism. After a change that is meant, WORKBENCH_GOLDEN=write ./run.sh test App writes the new
/// values; the sentence in <c>why</c> is the author's to write.
/// </summary>
public sealed class GoldenRunTests
{
    public static TheoryData<string> Names => Of(isRecorded: false);

    public static TheoryData<string> RecordedNames => Of(isRecorded: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Script_decides_as_its_golden_run_says(string name) => Hold(name);

    [SharedDataTheory]
    [MemberData(nameof(RecordedNames))]
    public void Script_over_a_recording_decides_as_its_golden_run_says(string name) => Hold(name);

    static TheoryData<string> Of(bool isRecorded) =>
    [
        .. Directory.GetFiles(Repository.Path("strategies"), "*.csx").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)
            .Where(name => GoldenRun.Read(FileOf(name)).Recording is not null == isRecorded),
    ];

    static string FileOf(string name) => Repository.Path($"tests/Golden/{name}.json");

    static void Hold(string name)
    {
        using var folder = new TempFolder();
        var file = FileOf(name);
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
