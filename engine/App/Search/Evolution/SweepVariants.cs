using System.Globalization;
using System.Text;
using System.Text.Json;
using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Compare;
using Workbench.Research.Search;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>The variants of a sweep, by the names that those of an evolution have.</summary>
sealed class SweepVariants(Workspace workspace, SweepFolder folder, Action<WorkbenchException> stuck)
{
    const int Most = 20;

    readonly SearchDocument sweep = SweepDocument.Of(folder);

    /// <summary>The best, with what they are ranked by.</summary>
    public string Table()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{sweep.Id}: {sweep.Method} of {sweep.Script.File}, {sweep.Variants.Count:N0} variants, {sweep.TrialsInFamily:N0} trials in the family");
        text.AppendLine(CultureInfo.InvariantCulture, $"{"name",-10}{sweep.Objective,12}{"return",10}{"drawdown",10}{"trades",8}  settings");
        foreach (var (result, objective) in sweep.Variants.Take(Most))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{VariantName.Of(result.Key),-10}{objective.Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–",12}{FiguresText.Share(result.Metric(MetricCatalog.TotalReturn.Key).Value),10}{FiguresText.Share(result.Metric(MetricCatalog.MaxDrawdown.Key).Value),10}{result.Trades,8:N0}  {result.Key}{(objective.Reason is { } why ? $" ({why})" : "")}");
        }

        return text.Append(sweep.Variants.Count > Most ? FormattableString.Invariant($"… and {sweep.Variants.Count - Most:N0} more") : "").ToString().TrimEnd('\n');
    }

    /// <summary>What two of them do differently: their settings, and their trades.</summary>
    public string Difference(string one, string other, CancellationToken cancel)
    {
        var (before, after) = (Named(one), Named(other));
        var lines = TextDiff.Unified(string.Join('\n', before.Settings), string.Join('\n', after.Settings));
        return $"--- {VariantName.Of(before.Key)}\n+++ {VariantName.Of(after.Key)}\n{string.Join('\n', lines)}\n\n{TradeDiffText.Of(TradeDiff.Between(Trades(before, cancel), Trades(after, cancel)))}";
    }

    /// <summary>As programs read them.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("sweep", sweep.Id);
        json.WriteNumber("trialsInFamily", sweep.TrialsInFamily);
        json.WriteStartArray("variants");
        foreach (var (result, objective) in sweep.Variants)
        {
            json.WriteStartObject();
            json.WriteString("name", VariantName.Of(result.Key));
            json.WriteString("key", result.Key);
            json.WriteString("eventLogHash", result.EventLogHash);
            json.WriteNumber("trades", result.Trades);
            json.WritePropertyName("objective");
            if (objective.Value is { } value)
            {
                json.WriteNumberValue(value);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteString("reason", objective.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    VariantResult Named(string name) => sweep.Variants.Select(each => each.Result).FirstOrDefault(each => VariantName.Of(each.Key).StartsWith(name, StringComparison.Ordinal))
        ?? throw EvolveErrors.NoSuchVariant(sweep.Id, name, Closest.To(name, sweep.Variants.Take(Most).Select(each => VariantName.Of(each.Result.Key))));

    /// <summary>By the sweep's own copy of the script, since the file may have changed.</summary>
    IReadOnlyList<ListedTrade> Trades(VariantResult variant, CancellationToken cancel)
    {
        var leg = folder.Plan.Legs.First(each => each.Settings.All(variant.Settings.Contains));
        var request = leg.Recipe.ToRequest(workspace) with { Script = Path.Combine(folder.Root, SweepFolder.ScriptFile) };
        using var script = Watchdog.Over(() => new ScriptHost(workspace.ScriptCache).Load(request.Script, request.Class), Watchdog.Patience, stuck);
        var setup = RunSetup.Of(workspace, workspace.OpenStore(request.Lake), request, [Path.GetFileNameWithoutExtension(leg.Recipe.Script)]);
        var tape = new TradeTape();
        string[] settings = [.. request.Settings, .. variant.Settings.Except(leg.Settings)];
        Backtest.Replay(new Engine(setup.Config, script.Create(settings), setup.Open(), tape), [script], request, cancel, stuck);
        cancel.ThrowIfCancellationRequested();
        return tape.Trades;
    }
}
