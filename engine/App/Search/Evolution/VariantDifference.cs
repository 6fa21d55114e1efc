using System.Text.Json;
using Workbench.Research.Compare;

namespace Workbench.App;

/// <summary>What two variants do differently.</summary>
/// <param name="One">The first.</param>
/// <param name="Other">The second.</param>
/// <param name="Lines">The lines of their scripts that differ, as a patch shows them.</param>
/// <param name="Trades">What they traded differently in sample.</param>
sealed record VariantDifference(FamilyMember One, FamilyMember Other, IReadOnlyList<string> Lines, TradeDiff Trades)
{
    /// <summary>As JSON.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("one", One.Name);
        json.WriteString("other", Other.Name);
        json.WriteStartArray("lines");
        foreach (var line in Lines)
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
        json.WriteStartObject("trades");
        json.WriteNumber("same", Trades.Same);
        json.WriteNumber("changed", Trades.Changed);
        json.WriteNumber("removed", Trades.Removed);
        json.WriteNumber("added", Trades.Added);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>As text.</summary>
    public override string ToString() => $"--- {One.Name}\n+++ {Other.Name}\n{(Lines.Count == 0 ? "(the same text)" : string.Join('\n', Lines))}\n\n{TradeDiffText.Of(Trades)}";
}
