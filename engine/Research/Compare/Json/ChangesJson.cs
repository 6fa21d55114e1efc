using System.Text.Json;

namespace Workbench.Research.Compare;

/// <summary>What changed between scripts and between their trades, and the family they come from, in JSON.</summary>
static class ChangesJson
{
    public static void Write(Utf8JsonWriter json, CompareDocument document)
    {
        json.Array("changes", document.Changes, Write);
        json.Array("lineage", document.Lineage, (to, node) =>
        {
            to.WriteString("id", node.Id);
            to.Strings("parents", node.Parents);
            to.WriteString("born", node.Born);
            to.WriteNumber("generation", node.Generation);
            to.Number("score", node.Score);
            to.WriteString("text", node.Text);
        });
    }

    static void Write(Utf8JsonWriter json, ScriptChange change)
    {
        json.WriteNumber("contender", change.Contender);
        json.WriteString("codeReason", change.CodeReason);
        json.WriteStartArray("code");
        foreach (var line in change.Code)
        {
            json.WriteStartArray();
            json.WriteStringValue(line.Change switch { LineChange.Added => "+", LineChange.Removed => "-", _ => "=" });
            json.WriteNumberValue(line.Before);
            json.WriteNumberValue(line.After);
            json.WriteStringValue(line.Text);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.Array("settings", change.Settings, (to, setting) =>
        {
            to.WriteString("name", setting.Name);
            to.WriteString("before", setting.Before);
            to.WriteString("after", setting.After);
        });
        Write(json, change.Trades);
    }

    static void Write(Utf8JsonWriter json, TradeDiff? trades)
    {
        if (trades is null)
        {
            json.WriteNull("trades");
            return;
        }

        json.WriteStartObject("trades");
        json.WriteNumber("same", trades.Same);
        json.WriteNumber("changed", trades.Changed);
        json.WriteNumber("added", trades.Added);
        json.WriteNumber("removed", trades.Removed);
        json.Money("addedNet", trades.AddedNet);
        json.Money("removedNet", trades.RemovedNet);
        json.Money("changedNet", trades.ChangedNet);
        json.Array("listed", trades.Listed, Write);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, TradeChange change)
    {
        var trade = (change.After ?? change.Before)!;
        json.WriteString("kind", change.Kind);
        json.WriteString("instrument", trade.Symbol);
        json.WriteString("side", trade.Side == Side.Buy ? "long" : "short");
        json.Time("entry", trade.EntryTime);
        json.Money("qty", trade.Qty);
        if (change.Before is { } before)
        {
            json.Money("before", before.Net);
            json.Time("exitBefore", before.ExitTime);
        }

        if (change.After is { } after)
        {
            json.Money("after", after.Net);
            json.Time("exitAfter", after.ExitTime);
        }

        json.Money("net", change.Net);
    }
}
