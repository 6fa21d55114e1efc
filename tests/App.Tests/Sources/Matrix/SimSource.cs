using System.Text.Json.Nodes;
using Workbench.App.Tests.Kit;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.Dukascopy;

namespace Workbench.App.Tests.Sources.Matrix;

/// <summary>A simulated Dukascopy in this process, and shells whose only source it is.</summary>
sealed class SimSource : IAsyncDisposable
{
    SimSource(DukascopySimulator simulator) => Simulator = simulator;

    public DukascopySimulator Simulator { get; }

    /// <summary>Hours that were asked for, each with how often it was answered whole.</summary>
    public IReadOnlyDictionary<string, int> Answered => Simulator.Requests.All.Where(each => each is { IsWhole: true, Status: 200 }).GroupBy(each => each.Target).ToDictionary(each => each.Key, each => each.Count());

    public static async Task<SimSource> Start(int ticksPerHour = 720) => new(await DukascopySimulator.Start(new ProviderOptions { TicksPerHour = ticksPerHour }));

    /// <summary>Makes it the only source of a shell.</summary>
    public void Serve(Shell shell) => Serve(shell, "dukascopy", Simulator.BaseUri);

    /// <summary>Makes one at an address the only source of a shell.</summary>
    public static void Serve(Shell shell, string source, Uri address)
    {
        var table = new JsonObject(SourceRoom.Names.Where(name => name != source).Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["on"] = false })))
        {
            [source] = new JsonObject { ["address"] = address.AbsoluteUri },
        };
        Directory.CreateDirectory(shell.Path("home/data"));
        File.WriteAllText(shell.Path("home/data/sources.json"), table.ToJsonString());
    }

    public ValueTask DisposeAsync() => Simulator.DisposeAsync();
}
