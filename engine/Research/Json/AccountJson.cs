using System.Text.Json;

namespace Workbench.Research;

/// <summary>What became of the account and of each script's book, in JSON.</summary>
static class AccountJson
{
    public static void Write(Utf8JsonWriter json, AccountSummary account)
    {
        json.WriteStartObject("account");
        json.WriteNumber("marginCalls", account.MarginCalls);
        json.WriteNumber("stopOuts", account.StopOuts);
        if (account.ClosedNanos != 0)
        {
            json.Time("closed", account.ClosedNanos);
        }

        json.Money("owed", account.Owed);
        json.WriteEndObject();
    }

    public static AccountSummary ReadAccount(JsonElement run) => run.TryGetProperty("account", out var json)
        ? new(json.Long("marginCalls"), json.Long("stopOuts"), json.TryGetProperty("closed", out _) ? json.Time("closed") : 0, json.Money("owed"))
        : new(0, 0, 0, 0m);

    public static void Write(Utf8JsonWriter json, IReadOnlyList<BookResult> scripts) => json.Array("scripts", scripts, (to, script) =>
    {
        to.WriteString("name", script.Name);
        to.WriteNumber("fills", script.Fills);
        to.WriteNumber("trades", script.Trades);
        to.Money("net", script.Net);
        to.Money("dividends", script.Dividends);
        TradeJson.Write(to, "costs", script.Costs);
    });

    public static BookResult ReadScript(JsonElement json) => new(
        json.Text("name"), json.Long("fills"), json.Long("trades"), json.Money("net"), TradeJson.ReadCosts(json.GetProperty("costs")), json.Money("dividends"));
}
