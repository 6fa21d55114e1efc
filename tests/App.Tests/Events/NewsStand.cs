using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workbench.App.Tests.Kit;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.AlphaVantage;
using Workbench.Simulators.Providers.Tiingo;

namespace Workbench.App.Tests.Events;

/// <summary>A shell whose only sources are a simulated Tiingo and a simulated Alpha Vantage, which tell of the same press.</summary>
sealed class NewsStand : IAsyncDisposable
{
    public const string Key = "sim-key";

    static readonly KeyValuePair<string, string>[] Keys = [new("WORKBENCH_TIINGO_DEFAULT_KEY", Key), new("WORKBENCH_ALPHAVANTAGE_DEFAULT_KEY", Key)];

    readonly Shell shell;

    NewsStand(Shell shell, Press press, TiingoSimulator tiingo, AlphaVantageSimulator alphaVantage)
    {
        (this.shell, Press, Tiingo, AlphaVantage) = (shell, press, tiingo, alphaVantage);
        var table = new JsonObject(SourceRoom.Names.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["on"] = false })))
        {
            ["tiingo"] = new JsonObject { ["address"] = tiingo.BaseUri.AbsoluteUri },
            ["alphavantage"] = new JsonObject { ["address"] = alphaVantage.BaseUri.AbsoluteUri },
        };
        Directory.CreateDirectory(shell.Path("home/data"));
        File.WriteAllText(shell.Path("home/data/sources.json"), table.ToJsonString());
    }

    public Press Press { get; }

    public TiingoSimulator Tiingo { get; }

    public AlphaVantageSimulator AlphaVantage { get; }

    string Sources => shell.Path("home/data/sources");

    public static async Task<NewsStand> Open(Shell shell)
    {
        var options = new ProviderOptions { NewsADay = 0 };
        return new NewsStand(shell, options.Press, await TiingoSimulator.Start(options), await AlphaVantageSimulator.Start(options));
    }

    /// <summary>Begins a session that may ask them.</summary>
    public LiveRun Begin(params string[] words) => new(shell, Keys, words);

    /// <summary>Waits for something that the session does. It asks more in a minute here than a user's in an hour: what it spent is given back.</summary>
    public void Until(LiveRun run, Func<JsonElement, bool> holds) => run.Process.Until(() =>
    {
        if (Directory.Exists(Path.Combine(Sources, "budget")))
        {
            Directory.GetFiles(Path.Combine(Sources, "budget"), "*.json").ToList().ForEach(File.Delete);
        }

        return run.Status() is { } status && holds(status);
    });

    /// <summary>The minutes that a source rests after a failure are over.</summary>
    public void EndRest()
    {
        var file = Path.Combine(Sources, "health.json");
        var health = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        foreach (var (_, source) in health)
        {
            foreach (var name in source!.AsObject().Select(member => member.Key).Where(name => name.Equals("retryAt", StringComparison.OrdinalIgnoreCase)).ToList())
            {
                source[name] = "2024-01-01T00:00:00Z";
            }
        }

        File.WriteAllText(file + ".test", health.ToJsonString());
        File.Move(file + ".test", file, overwrite: true);
    }

    /// <summary>Files of the project that hold the key.</summary>
    public IReadOnlyList<string> Leaks() => [.. Directory.GetFiles(shell.Path("home/data"), "*", SearchOption.AllDirectories)
        .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Key)) >= 0)];

    public async ValueTask DisposeAsync()
    {
        await Tiingo.DisposeAsync();
        await AlphaVantage.DisposeAsync();
    }
}
