using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Workbench.App;

/// <summary>Promotions in words, and as parts of a document.</summary>
static class PromotionText
{
    /// <summary>What stands where, the oldest first, and what was refused.</summary>
    public static string Table(PromotionBook book)
    {
        if (book.Entries.Count == 0)
        {
            return "Nothing was promoted yet. Try: ./run.sh promote RUN --to paper";
        }

        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"id",-6}{"rung",-7}{"state",-10}{"script",-34}{"run",-48}{"when",-22}{"who",-12}sessions");
        foreach (var promotion in book.All)
        {
            Row(text, promotion.Entry, promotion.IsActive ? "stands" : "ended", FormattableString.Invariant($"{promotion.Sessions.Count}"));
        }

        foreach (var refused in book.Entries.Where(entry => entry.Event == LedgerEvent.Refused))
        {
            Row(text, refused, "refused", string.Join(", ", (refused.Gates ?? []).Where(gate => !gate.Passed).Select(gate => gate.Name)));
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The whole story of one.</summary>
    public static string Story(PromotionBook book, string id)
    {
        var made = EntryOf(book, id);
        var text = new StringBuilder();
        var state = book.TryFind(id) is { } promotion ? promotion.IsActive ? "stands" : "ended" : "refused";
        text.AppendLine(CultureInfo.InvariantCulture, $"{made.Promotion} to {Name(made.To)}: {state}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {made.Time} by {made.Who}, run {made.Run}");
        Recipe(text, made);
        foreach (var gate in made.Gates ?? [])
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {gate}");
        }

        foreach (var later in LaterThan(book, made))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {later.Time} {Said(later)} by {later.Who}");
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The ledger's lines of one promotion, or all of them.</summary>
    public static void Write(Utf8JsonWriter json, PromotionBook book, string? id)
    {
        json.WriteStartObject();
        json.WriteStartArray("promotions");
        foreach (var promotion in book.All.Where(promotion => id is null || promotion.Id == EntryOf(book, id).Promotion))
        {
            json.WriteStartObject();
            json.WriteString("id", promotion.Id);
            json.WriteString("rung", promotion.RungName);
            json.WriteBoolean("active", promotion.IsActive);
            json.WriteString("script", promotion.Recipe.Script);
            json.WriteString("run", promotion.Entry.Run);
            json.WriteStartArray("sessions");
            promotion.Sessions.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("ledger");
        foreach (var entry in id is null ? book.Entries : [EntryOf(book, id), .. LaterThan(book, EntryOf(book, id))])
        {
            json.WriteRawValue(entry.ToJson());
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What a try came to, with its gates.</summary>
    public static void Write(Utf8JsonWriter json, PromotionResult result)
    {
        json.WriteStartObject();
        json.WriteBoolean("promoted", result.IsPromoted);
        json.WriteString("id", result.Entry.Promotion);
        json.WriteString("rung", Name(result.Entry.To));
        json.WriteStartArray("gates");
        foreach (var gate in result.Gates)
        {
            json.WriteStartObject();
            json.WriteString("name", gate.Name);
            json.WriteBoolean("passed", gate.Passed);
            json.WriteString("words", gate.Words);
            json.WriteString("try", gate.Passed ? null : gate.TryNext);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("entry");
        json.WriteRawValue(result.Entry.ToJson());
        json.WriteEndObject();
    }

    static LedgerEntry EntryOf(PromotionBook book, string id) =>
        book.Entries.FirstOrDefault(entry => entry.Event is LedgerEvent.Promoted or LedgerEvent.Refused && entry.Promotion.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw PromotionErrors.NoPromotion(id);

    /// <summary>What happened to it, what was made of it, and the end of what it stood on.</summary>
    static IEnumerable<LedgerEntry> LaterThan(PromotionBook book, LedgerEntry made) => book.Entries.Where(entry =>
        entry.Sequence > made.Sequence && (entry.Promotion == made.Promotion || entry.On == made.Promotion || (entry.Event == LedgerEvent.Demoted && entry.Promotion == made.On)));

    static void Recipe(StringBuilder text, LedgerEntry made)
    {
        var recipe = made.Recipe!;
        text.AppendLine(CultureInfo.InvariantCulture, $"  script {recipe.Script} ({recipe.Class}), sha256 {recipe.Sha256}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  parameters {string.Join(' ', recipe.Parameters)}; seed {recipe.Seed}; engine {recipe.EngineVersion}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  configuration {(recipe.ConfigText is null ? "none" : "sha256 " + recipe.ConfigSha256)}; fee rate {recipe.FeeRate?.ToString(CultureInfo.InvariantCulture) ?? "none"}; cash {recipe.Cash} {recipe.Currency}");
        foreach (var data in made.Data ?? [])
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  data {data.Instrument} {data.Kind}, {data.Count:N0} events from {data.Source}, sha256 {data.Sha256}");
        }
    }

    static string Said(LedgerEntry entry) => entry.Event switch
    {
        LedgerEvent.Started => $"session {entry.Session} began ({Name(entry.To)})",
        LedgerEvent.Demoted => $"{entry.Promotion} demoted" + (string.IsNullOrEmpty(entry.Why) ? "" : $": {entry.Why}"),
        LedgerEvent.Promoted => $"promoted to {Name(entry.To)} as {entry.Promotion}",
        _ => $"refused to {Name(entry.To)} ({entry.Promotion})",
    };

    static void Row(StringBuilder text, LedgerEntry entry, string state, string last) => text.AppendLine(CultureInfo.InvariantCulture,
        $"{entry.Promotion,-6}{Name(entry.To),-7}{state,-10}{entry.Recipe?.Script,-34}{entry.Run,-48}{entry.Time[..Math.Min(19, entry.Time.Length)],-22}{entry.Who,-12}{last}");

    static string Name(Rung rung) => rung.ToString().ToLowerInvariant();
}
