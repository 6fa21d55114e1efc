using System.Net.Http.Json;
using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Model;
using Workbench.Simulators;

namespace Workbench.App.Tests.Sources.Matrix;

/// <summary><c>data get</c> as a process: killed, with a full disk, twice at once, and what a person reads when the source is at fault.</summary>
[Collection(LabCollection.Name)]
public sealed class GetVerbTests(Lab lab)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    static readonly string[] Days = ["data", "get", "EURUSD", "--kind", "ticks", "--from", "2024-03-05", "--to", "2024-03-07"];

    [Fact]
    public async Task What_was_fetched_before_a_kill_is_not_fetched_again()
    {
        await using var source = await SimSource.Start();
        using var whole = lab.Fresh();
        source.Serve(whole);
        whole.Run(Days).Good();
        var unbroken = Hash(whole);
        source.Simulator.Requests.Clear();

        using var shell = lab.Fresh();
        source.Serve(shell);
        source.Simulator.Faults.Arm(FaultKind.Delay, count: 1_000, value: 150);
        var running = shell.Start(Days);
        running.Until(() => source.Simulator.Requests.All.Count(each => each.IsWhole) >= 9);
        running.Kill();
        running.Wait(Patience);
        source.Simulator.Faults.Clear();
        Assert.Empty(Shell.Snapshot(shell.Lake));
        var first = source.Answered.Keys.ToHashSet();
        source.Simulator.Requests.Clear();

        var json = shell.Run([.. Days, "--json"]).Good().Json();
        var kept = json.GetProperty("kept").GetInt32();

        // Of the answers that were on their way when it died, at most as many as run at once were lost.
        Assert.InRange(kept, first.Count - 4, first.Count);
        Assert.Equal(48 - kept, source.Answered.Values.Sum());
        Assert.All(source.Answered, hour => Assert.Equal(1, hour.Value));
        Assert.Equal(unbroken, Hash(shell));
    }

    [Fact]
    public async Task Two_fetches_of_one_instrument_do_not_mix()
    {
        await using var source = await SimSource.Start();
        using var shell = lab.Fresh();
        source.Serve(shell);
        source.Simulator.Faults.Arm(FaultKind.Delay, count: 1_000, value: 100);
        var first = shell.Start(Days);
        first.Until(() => source.Simulator.Requests.All.Count > 0);
        shell.Run(Days).Refused("WB2703", ExitCode.Data);
        first.Wait(Patience).Good();
        Assert.All(source.Answered, hour => Assert.Equal(1, hour.Value));
        shell.Run(Days).Good();
        Assert.Equal(48, source.Answered.Count);
    }

    [TinyDiskFact]
    public async Task A_disk_that_fills_up_leaves_the_lake_as_it_was_and_the_next_fetch_goes_on()
    {
        await using var source = await SimSource.Start(ticksPerHour: 5_000);
        using var shell = lab.Fresh();
        source.Serve(shell);
        Directory.CreateDirectory(shell.Path("home/data/sources"));
        string[] day = ["data", "get", "EURUSD", "--kind", "ticks", "--from", "2024-03-05", "--to", "2024-03-06"];
        string before;
        using (new TinyDisk(at: shell.Path("home/data/sources")))
        {
            before = Shell.Snapshot(shell.Lake);
            shell.Run(day).Refused("WB2705", ExitCode.Data).Saying("The disk is full");
            Assert.Equal(before, Shell.Snapshot(shell.Lake));
            Assert.Empty(Directory.GetFiles(shell.Path("home/data/sources"), "*.tmp", SearchOption.AllDirectories));
        }

        shell.Run(day).Good();
        Assert.NotEqual(before, Shell.Snapshot(shell.Lake));
    }

    [Theory]
    [InlineData(FaultKind.Status, 401, "dukascopy")]
    [InlineData(FaultKind.HtmlPage, 0, "dukascopy")]
    [InlineData(FaultKind.TooManyRequests, 3_600, "dukascopy")]
    public async Task A_source_at_fault_is_named_with_the_way_out(FaultKind kind, int value, string named)
    {
        await using var source = await SimSource.Start();
        using var shell = lab.Fresh();
        source.Serve(shell);
        source.Simulator.Faults.Arm(kind, count: 1_000, value);
        var answer = shell.Run("data", "get", "EURUSD", "--timeframe", "1m@bid", "--from", "2024-03-05", "--to", "2024-03-06").Refused("WB2704", ExitCode.Data);
        answer.Saying(named).Saying("./run.sh data get EURUSD --timeframe 1m@bid --from 2024-03-05 --to 2024-03-06");
        Assert.Empty(Shell.Snapshot(shell.Lake));
        Assert.DoesNotContain("<html", answer.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_simulated_source_is_started_by_its_name_and_says_what_to_type_next()
    {
        using var shell = lab.Fresh();
        var running = shell.Start("sim", "yahoo", "--port", "0", "--seed", "3");
        try
        {
            running.Until(() => running.Heard.Contains('\n', StringComparison.Ordinal));
            var line = running.Heard.TrimEnd();
            Assert.Matches(@"^yahoo at http://127\.0\.0\.1:\d+/   have it asked: \./run\.sh data sources add yahoo --address http://127\.0\.0\.1:\d+$", line);
            var words = line[(line.IndexOf("./run.sh ", StringComparison.Ordinal) + "./run.sh ".Length)..].Split(' ');
            shell.Run(words).Good();
            shell.Run("data", "get", "SPY", "--source", "yahoo", "--timeframe", "1d", "--from", "2024-03-04", "--to", "2024-03-09").Good();
            using var http = new HttpClient { BaseAddress = new Uri(words[^1]) };
            var asked = await http.GetFromJsonAsync<JsonElement>(new Uri("/sim/requests", UriKind.Relative));
            Assert.True(asked.GetArrayLength() > 0);
        }
        finally
        {
            running.Kill();
            running.Wait(Patience);
        }
    }

    [Fact]
    public void A_folder_of_recordings_that_is_not_there_is_refused() =>
        lab.Shell.Run("sim", "dukascopy", "--recorded", lab.Shell.Path("nowhere")).Refused("WB1001", ExitCode.Usage).Saying("nowhere");

    static string Hash(Shell shell) =>
        string.Join(' ', Directory.GetFiles(shell.Lake, "*.parquet", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
