using System.Globalization;
using Workbench.Core;
using Workbench.Data.Calendars;
using Workbench.Data.Instruments;
using Workbench.Data.Lake;
using Workbench.Model;
using Workbench.Research.Search;
using Workbench.Scripting;
using Workbench.Support;

namespace Workbench.App.Tests.Search.Field;

/// <summary>The shipped scripts, compiled once, over the sample ticks and a small lake of stored bars.</summary>
public sealed class FieldLab : IDisposable
{
    static readonly string[] Frames = ["1m", "5m", "15m"];

    readonly TempFolder folder = new();
    readonly Workspace workspace = Workspace.Find();
    readonly Dictionary<string, StrategyScript> scripts = [];

    public FieldLab() => new ParquetLake(folder.Path, SessionCalendars.Find).Write(new BarWalk(InstrumentTable.BuiltIn.Find("EURUSD"), 12_000), Model.Bars.Minutes(1), "SYNTHETIC");

    /// <summary>A script of strategies/.</summary>
    internal StrategyScript Script(string name) => scripts.TryGetValue(name, out var known)
        ? known
        : scripts[name] = new ScriptHost(workspace.ScriptCache).Load(Repository.Path($"strategies/{name}.csx"));

    /// <summary>What a script is to run over: symbols of the samples, or <c>bars</c> for the stored ones.</summary>
    internal (RunSetup Setup, BacktestRequest Request) Over(string name, string data, string? currency = null)
    {
        var request = new BacktestRequest
        {
            Script = Repository.Path($"strategies/{name}.csx"),
            Data = data == "bars" ? [DataRequest.Parse("EURUSD:1m")] : [.. data.Split(' ').Select(symbol => DataRequest.Parse(symbol + ":ticks"))],
            Lake = data == "bars" ? folder.Path : Repository.Path("data/samples"),
            Currency = currency,
        };
        return (RunSetup.Of(workspace, workspace.OpenLake(request.Lake), request, [name]), request);
    }

    /// <summary>Variants of a script at the dice's will.</summary>
    internal IReadOnlyList<FieldVariant> Variants(string name, int count, SeededRandom dice) =>
        [.. Enumerable.Range(0, count).Select(_ => Variant(name, Settings(name, dice)))];

    internal FieldVariant Variant(string name, string[] settings) => new(string.Join(' ', settings), settings, () => Script(name).Create(settings));

    /// <summary>All that a result says, as text.</summary>
    internal static string Text(VariantResult result) => string.Create(CultureInfo.InvariantCulture,
        $"{result.Key} {result.State} {result.Reason} {result.EventLogHash} {result.BehaviourHash} {result.Fills} {result.Trades} {result.EquityStart} {result.EquityEnd}\n") +
        string.Join('\n', result.Metrics.Select(metric => FormattableString.Invariant($"{metric.Key} {metric.Value.Value:R} {metric.Value.Reason}"))) +
        string.Join(' ', result.Returns.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    public void Dispose()
    {
        foreach (var script in scripts.Values)
        {
            script.Dispose();
        }

        folder.Dispose();
    }

    static string[] Settings(string name, SeededRandom dice) => name switch
    {
        "sma-cross" => [$"fast={dice.Next(2, 40)}", $"slow={dice.Next(41, 300)}", "timeframe=" + Frames[dice.Next(3)]],
        "breakout" => [$"entryBars={dice.Next(5, 80)}", $"exitBars={dice.Next(2, 40)}", "timeframe=" + (dice.Next(2) == 0 ? "5m@bid" : "30m@ask")],
        _ => [$"trendFast={dice.Next(5, 40)}", $"trendSlow={dice.Next(41, 200)}", $"breakBars={dice.Next(3, 60)}", $"window={dice.Next(15, 240)}"],
    };
}
