using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Workbench.Simulators.Providers.AlphaVantage;

/// <summary>A table of bars, newest first, as JSON with numbered names or as CSV. Numbers are texts.</summary>
/// <param name="Meta">What stands before it, numbers before the names included.</param>
/// <param name="Name">Name of the table.</param>
/// <param name="Rows">Time, open, high, low, close and, of shares, volume; in any order of time.</param>
sealed record SeriesTable(JsonObject Meta, string Name, IReadOnlyList<string[]> Rows)
{
    const int Compact = 100;
    static readonly string[] Columns = ["open", "high", "low", "close", "volume"];

    /// <summary>The answer, as the parameters ask for it.</summary>
    public ProviderAnswer Answer(ProviderCall call)
    {
        var isWhole = call.Text("outputsize") == "full" || call.Text("month") is not null;
        var rows = Rows.OrderByDescending(row => row[0], StringComparer.Ordinal).Take(isWhole ? int.MaxValue : Compact).ToList();
        return call.Text("datatype") == "csv" ? ProviderAnswer.Text(Csv(rows), "application/x-download") : ProviderAnswer.Json(Json(rows));
    }

    JsonObject Json(IReadOnlyList<string[]> rows)
    {
        var table = new JsonObject();
        foreach (var row in rows)
        {
            table[row[0]] = new JsonObject(row.Skip(1).Select((value, at) => KeyValuePair.Create(FormattableString.Invariant($"{at + 1}. {Columns[at]}"), (JsonNode?)JsonValue.Create(value))));
        }

        return new JsonObject { ["Meta Data"] = Meta, [Name] = table };
    }

    string Csv(IReadOnlyList<string[]> rows)
    {
        var text = new StringBuilder("timestamp,").AppendJoin(',', Columns.Take((Rows.FirstOrDefault()?.Length ?? 6) - 1)).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>Names with their numbers before them.</summary>
    public static JsonObject Numbered(params (string Name, string Value)[] entries) => new(
        entries.Select((entry, at) => KeyValuePair.Create((at + 1).ToString(CultureInfo.InvariantCulture) + ". " + entry.Name, (JsonNode?)JsonValue.Create(entry.Value))));
}
