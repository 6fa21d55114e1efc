using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Depth;

/// <summary>The script over books that ships, from a recording to its run: book, prints and best prices of one coin.</summary>
[Collection(LabCollection.Name)]
public sealed partial class BookLeanTests(Lab lab)
{
    static readonly string Script = Repository.Path("strategies/book-lean.csx");

    static readonly string[] Streams = ["--data", "BTCUSDT:depth", "--data", "BTCUSDT:trades", "--currency", "USDT"];

    static readonly string[] WithTicks = [.. Streams, "--data", "BTCUSDT:ticks"];

    static readonly string Recording = SharedData.Path("binance-ws-capture/spot/btcusdt_20240808.gz");

    [SharedDataFact]
    public void Book_prints_and_ticks_of_one_coin_decide_the_same_in_backtest_session_and_replay_and_nobody_looks_ahead()
    {
        using var shell = lab.Fresh();
        Import(shell, Recording);

        var backtest = shell.Run(["backtest", Script, .. WithTicks, "--json"]).Good().Json();
        var without = shell.Run(["backtest", Script, .. Streams, "--json"]).Good().Json();
        var paper = shell.Run(["paper", Script, .. WithTicks, "--json"]).Good().Json();
        var replay = shell.Run("replay", "latest", "--json").Good().Json();
        var parity = shell.Run("parity", "latest", "--json").Good().Json();
        var proof = shell.Run(["check", Script, .. WithTicks, "--from", "2024-08-08T23:57:30", "--cuts", "2", "--json"]).Good().Json();

        Assert.True(backtest.GetProperty("fills").GetInt64() > 10, "nobody was served");
        Assert.Equal(["depth", "trades", "ticks"], backtest.GetProperty("data").EnumerateArray().Select(data => data.GetProperty("kind").GetString()));
        Assert.All([without, paper, replay], run => Assert.Equal(Hash(backtest), Hash(run)));
        Assert.Equal((215, 215), (parity.GetProperty("decisions").GetInt32(), parity.GetProperty("matched").GetInt32()));
        Assert.True(proof.GetProperty("lookAhead").GetProperty("compared").GetInt64() > 100);
    }

    [SharedDataFact]
    public void When_the_book_is_void_it_gets_out_at_the_ticks_and_stays_out()
    {
        var gap = new DateTime(2024, 8, 8, 23, 56, 40, DateTimeKind.Utc);
        using var shell = lab.Fresh();
        Import(shell, Torn(shell, gap));

        var run = shell.Run(["backtest", Script, .. WithTicks, "--json"]).Good().Json();
        var last = shell.Run("trades", run.GetProperty("runId").GetString()!, "--json").Good().Json().EnumerateArray().Last();

        Assert.Equal(("the book is void", false), (last.GetProperty("exitTag").GetString(), last.GetProperty("open").GetBoolean()));
        Assert.True(last.GetProperty("entryTime").GetDateTime().ToUniversalTime() < gap);
        Assert.InRange(last.GetProperty("exitTime").GetDateTime().ToUniversalTime(), gap, gap.AddSeconds(5));
    }

    static void Import(Shell shell, string recording)
    {
        foreach (var kind in new[] { "depth", "trades", "ticks" })
        {
            shell.Run("data", "import", recording, "--instrument", "BTCUSDT", "--format", "binance-capture", "--kind", kind).Good();
        }
    }

    static string? Hash(JsonElement run) => run.GetProperty("eventLogHash").GetString();

    /// <summary>The recording without twenty messages of the book: what comes after them cannot be joined.</summary>
    static string Torn(Shell shell, DateTime gap)
    {
        var since = new DateTimeOffset(gap).ToUnixTimeMilliseconds();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Recording), CompressionMode.Decompress));
        using var torn = new StreamWriter(shell.Path("torn.txt"));
        for (var left = 20; lines.ReadLine() is { } line;)
        {
            var isLost = left > 0 && Change().Match(line) is { Success: true } change && long.Parse(change.Groups[1].Value, CultureInfo.InvariantCulture) >= since;
            left -= isLost ? 1 : 0;
            if (!isLost)
            {
                torn.WriteLine(line);
            }
        }

        return shell.Path("torn.txt");
    }

    [GeneratedRegex("\"e\":\"depthUpdate\",\"E\":(\\d+)")]
    private static partial Regex Change();
}
