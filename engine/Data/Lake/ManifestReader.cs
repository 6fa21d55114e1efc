using System.Text.Json;

namespace Workbench.Data.Lake;

/// <summary>
/// Reads a manifest field by field. Generated code would do, but it is made of the framework's generics over our enums and
/// decimals, which nothing precompiles: the compiler worked longer on them than a small backtest takes.
/// </summary>
static class ManifestReader
{
    /// <exception cref="JsonException">The text is no manifest.</exception>
    public static Manifest Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Manifest(document.RootElement);
        }
        catch (Exception cause) when (cause is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new JsonException(cause.Message, cause);
        }
    }

    static Manifest Manifest(JsonElement root)
    {
        var files = new List<StoredFile>();
        foreach (var file in root.GetProperty("files").EnumerateArray())
        {
            files.Add(File(file));
        }

        return new Manifest
        {
            Format = root.GetProperty("format").GetInt32(),
            Instrument = Instrument(root.GetProperty("instrument")),
            Kind = Text(root, "kind"),
            Synthetic = root.GetProperty("synthetic").GetBoolean(),
            Former = root.TryGetProperty("former", out var former) ? former.GetInt32() : 0,
            Files = files,
            Stretches = root.TryGetProperty("stretches", out var stretches) ? [.. stretches.EnumerateArray().Select(Stretch)] : null,
            Check = Text(root, "check"),
        };
    }

    static StoredInstrument Instrument(JsonElement from) => new()
    {
        Symbol = Text(from, "symbol"),
        Venue = Text(from, "venue"),
        AssetClass = (AssetClass)Enum.Parse(typeof(AssetClass), Text(from, "assetClass")),
        BaseCurrency = Text(from, "baseCurrency"),
        QuoteCurrency = Text(from, "quoteCurrency"),
        PriceScale = from.GetProperty("priceScale").GetInt32(),
        SizeScale = from.GetProperty("sizeScale").GetInt32(),
        TickSize = from.GetProperty("tickSize").GetDecimal(),
        PipSize = from.GetProperty("pipSize").GetDecimal(),
        LotStep = from.GetProperty("lotStep").GetDecimal(),
        MinQty = from.GetProperty("minQty").GetDecimal(),
        MaxQty = from.GetProperty("maxQty").GetDecimal(),
        ContractSize = from.GetProperty("contractSize").GetDecimal(),
        IsInverse = from.TryGetProperty("isInverse", out var inverse) && inverse.GetBoolean(),
        Calendar = Text(from, "calendar"),
    };

    static StoredFile File(JsonElement from) => new()
    {
        Name = Text(from, "name"),
        Count = from.GetProperty("count").GetInt64(),
        First = from.GetProperty("first").GetInt64(),
        Last = from.GetProperty("last").GetInt64(),
        Until = from.GetProperty("until").GetInt64(),
        Bytes = from.GetProperty("bytes").GetInt64(),
        Sha256 = Text(from, "sha256"),
        Content = Text(from, "content"),
        Footer = from.GetProperty("footer").GetUInt32(),
        Source = Text(from, "source"),
        Gaps = Gaps(from.GetProperty("gaps")),
        Quality = from.TryGetProperty("quality", out var quality) ? Quality(quality) : null,
    };

    static SourceStretch Stretch(JsonElement from) =>
        new(from.GetProperty("from").GetInt64(), from.GetProperty("to").GetInt64(), Text(from, "source"), from.GetProperty("whole").GetBoolean());

    static StoredQuality Quality(JsonElement from) => new()
    {
        Rules = from.GetProperty("rules").GetInt32(),
        Content = Text(from, "content"),
        Ok = Texts(from.GetProperty("ok")),
        Days = Verdicts(from.GetProperty("days")),
        Compared = from.TryGetProperty("compared", out var compared)
            ? new StoredComparison { Against = Text(compared, "against"), Days = Verdicts(compared.GetProperty("days")) }
            : null,
    };

    static List<StoredVerdict> Verdicts(JsonElement days)
    {
        var verdicts = new List<StoredVerdict>();
        foreach (var day in days.EnumerateArray())
        {
            verdicts.Add(new StoredVerdict { Date = Text(day, "date"), Verdict = Text(day, "verdict"), Reasons = Texts(day.GetProperty("reasons")) });
        }

        return verdicts;
    }

    static List<string> Texts(JsonElement list)
    {
        var texts = new List<string>();
        foreach (var text in list.EnumerateArray())
        {
            texts.Add(text.GetString() ?? throw new JsonException("a text is null"));
        }

        return texts;
    }

    static List<long[]> Gaps(JsonElement pairs)
    {
        var gaps = new List<long[]>();
        foreach (var pair in pairs.EnumerateArray())
        {
            gaps.Add([pair[0].GetInt64(), pair[1].GetInt64()]);
        }

        return gaps;
    }

    static string Text(JsonElement from, string name) => from.GetProperty(name).GetString() ?? throw new JsonException($"'{name}' is null");
}
