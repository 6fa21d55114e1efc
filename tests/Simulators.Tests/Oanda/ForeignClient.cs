using System.Text.Json;
using Workbench.Simulators.Oanda;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>One run of OANDA's own client for JavaScript against our simulator, which the facts then look at.</summary>
public sealed class ForeignClient : IAsyncLifetime
{
    internal const string Package = "@oanda/v20";
    internal const string Version = "3.0.25-0";

    readonly Dictionary<string, JsonElement> steps = [];

    /// <summary>What the client understood of a step's answer.</summary>
    public JsonElement this[string step] => steps[step].GetProperty("body");

    public int Status(string step) => steps[step].GetProperty("status").GetInt32();

    public async Task InitializeAsync()
    {
        if (NpmPackage.Of(Package, Version) is not { SkipReason: null } client)
        {
            return;
        }

        await using var venue = await OandaSimulator.Start();
        var script = Repository.Path("tests/Simulators.Tests/Oanda/foreign-client.js");
        foreach (var line in await client.Run(script, $"{venue.Port}", "sim-key", "101-004-1435156-001"))
        {
            var step = JsonDocument.Parse(line).RootElement;
            steps.Add(step.GetProperty("step").GetString()!, step);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
