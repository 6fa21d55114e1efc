using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Workbench.App.Tests.Kit;
using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App.Tests.Sources.Matrix;

/// <summary>A project of its own that gets data as <c>data get</c> does, from simulated sources at addresses of this machine.</summary>
sealed class FetchBench : IDisposable
{
    static readonly string[] Keyed = ["TIINGO", "ALPHAVANTAGE", "OANDA"];

    readonly TempFolder folder = new();
    readonly ConcurrentQueue<string> said = [];

    static FetchBench()
    {
        foreach (var source in Keyed)
        {
            Environment.SetEnvironmentVariable($"WORKBENCH_{source}_DEFAULT_KEY", "sim-key");
        }
    }

    public FetchBench(params (string Source, Uri Address)[] sources)
    {
        Workspace = Workspace.At(folder.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(Workspace.UserSources)!);
        var table = new JsonObject(SourceRoom.Names.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["on"] = false })));
        foreach (var (source, address) in sources)
        {
            table[source] = new JsonObject { ["address"] = address.AbsoluteUri };
        }

        File.WriteAllText(Workspace.UserSources, table.ToJsonString());
    }

    public Workspace Workspace { get; }

    /// <summary>What was said of the sources.</summary>
    public IReadOnlyList<string> Said => [.. said];

    /// <summary>The clock; moved by tests that need another hour.</summary>
    public MovedTime Time { get; } = new();

    /// <summary>Gets days of an instrument.</summary>
    public Task<FetchResult> Get(string symbol, BarSpec bars, TimeRange range, TimeSpan? timeout = null, bool refresh = false) =>
        Get(new DataWant(Workspace.Instruments.Find(symbol), DataKind.Bars, bars, range), timeout, refresh);

    /// <summary>Gets what is wanted.</summary>
    public async Task<FetchResult> Get(DataWant want, TimeSpan? timeout = null, bool refresh = false)
    {
        var room = new SourceRoom(Workspace, said.Enqueue, timeout, Time);
        return await room.Fetch(null, Workspace.OpenLake(null), static _ => { }).Run(new FetchRequest(want) { Refresh = refresh }, CancellationToken.None);
    }

    /// <summary>All files of the lake with their content.</summary>
    public string Lake => Shell.Snapshot(Workspace.Lake);

    /// <summary>Names of the files of data: each ends with the beginning of its content's hash.</summary>
    public IReadOnlyList<string> Contents => !Directory.Exists(Workspace.Lake) ? [] :
        [.. Directory.GetFiles(Workspace.Lake, "*.parquet", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Workspace.Lake, file)).Order(StringComparer.Ordinal)];

    /// <summary>Whether a text stands in any file, or in anything that was said.</summary>
    public bool Holds(string text) => said.Any(sentence => sentence.Contains(text, StringComparison.Ordinal))
        || Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    public void Dispose() => folder.Dispose();
}
