using System.Buffers;
using System.Text.Json;
using Workbench.Research.Luck;
using Workbench.Research.Search;

namespace Workbench.Research.Compare;

/// <summary>A comparison in JSON, the same for page, console and notebook.</summary>
public static class CompareJson
{
    /// <summary>More points than this are a cloud whose edge is drawn and whose inside is thinned.</summary>
    const int MostPoints = 2_000;

    /// <summary>Variants whose own odds are written: of ten thousand, nobody asks for the last.</summary>
    const int MostOdds = 200;

    /// <summary>Writes it as one object.</summary>
    public static void Write(Utf8JsonWriter json, CompareDocument document)
    {
        json.WriteStartObject();
        WriteFields(json, document);
        json.WriteEndObject();
    }

    /// <summary>Writes its fields into an object that is begun.</summary>
    public static void WriteFields(Utf8JsonWriter json, CompareDocument document)
    {
        json.WriteString("kind", document.Search is null ? "runs" : "search");
        json.WriteString("title", document.Title);
        json.Strings("notes", document.Notes);
        Write(json, document.Clock, document.Start);
        Write(json, document.Split);
        Write(json, document.Search);
        json.WritePropertyName("odds");
        LuckReportJson.Write(json, document.Odds with { Variants = [.. document.Odds.Variants.Take(MostOdds)], LeftOut = [.. document.Odds.LeftOut.Take(MostOdds)] });
        ContenderJson.Write(json, document);
        Write(json, document.Noise);
        Write(json, document.Front);
        SpaceJson.Write(json, document.Space);
        Write(json, document.Spread);
        RelationsJson.Write(json, document);
        ChangesJson.Write(json, document);
        json.Array("failures", document.Failures, Write);
        json.WriteStartArray("runs");
        foreach (var run in document.Contenders.Select(contender => contender.Run).OfType<ComparedRun>())
        {
            RunDocumentJson.Write(json, run.Document);
        }

        json.WriteEndArray();
    }

    /// <summary>The JSON text.</summary>
    public static ReadOnlyMemory<byte> Bytes(CompareDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, document);
        }

        return buffer.WrittenMemory;
    }

    internal static void Write(Utf8JsonWriter json, string name, MetricValue value)
    {
        json.WriteStartObject(name);
        json.Number("value", value.Value);
        if (value.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        json.WriteEndObject();
    }

    /// <summary>Ends of periods go out thinned: a curve needs no more.</summary>
    static void Write(Utf8JsonWriter json, PeriodClock clock, long start)
    {
        const int most = 240;
        json.WriteStartObject("clock");
        json.WriteString("name", clock.Name);
        json.WriteNumber("periods", clock.Ends.Count);
        json.WriteNumber("perYear", Math.Round(clock.PerYear, 6));
        json.Time("from", start);
        json.Time("to", clock.Ends.Count > 0 ? clock.Ends[^1] : start);
        int[] kept = [.. Enumerable.Range(0, clock.Ends.Count).Where(at => at == clock.Ends.Count - 1 || at % Math.Max(1, clock.Ends.Count / most) == 0)];
        json.Steps("ends", [.. kept.Select(at => clock.Ends[at] / UtcNanos.Millisecond)]);
        json.Steps("numbers", [.. kept.Select(at => at + 1L)]);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Split split)
    {
        json.WriteStartObject("split");
        json.Time("at", split.At);
        json.WriteNumber("periods", split.Periods);
        json.WriteBoolean("declared", split.IsDeclared);
        json.WriteString("earlier", split.Earlier);
        json.WriteString("later", split.Later);
        json.WriteString("meaning", split.Meaning);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, SearchDocument? search)
    {
        if (search is null)
        {
            json.WriteNull("search");
            return;
        }

        json.WriteStartObject("search");
        json.WriteString("id", search.Id);
        json.WriteString("method", search.Method);
        json.WriteString("script", search.Script.File);
        json.WriteString("sha256", search.Script.Sha256);
        DataJson.Write(json, search.Data);
        json.WriteBoolean("acceptDataWarnings", search.AcceptsDataWarnings);
        json.Strings("axes", search.Axes);
        json.WriteString("objective", search.Objective);
        json.WriteNumber("seed", search.Seed);
        json.WriteNumber("variants", search.Variants.Count);
        foreach (var state in Enum.GetValues<VariantState>())
        {
            json.WriteNumber(JsonOut.Camel(state), search.Variants.Count(variant => variant.Result.State == state));
        }

        json.WriteNumber("trialsInFamily", search.TrialsInFamily);
        json.WriteStartObject("trialsBySource");
        foreach (var (source, trials) in search.TrialsBySource.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(source, trials);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, NoiseBand? noise)
    {
        if (noise is null)
        {
            json.WriteNull("noise");
            return;
        }

        json.WriteStartObject("noise");
        json.WriteNumber("trials", noise.Trials);
        json.Number("expected", noise.Expected);
        json.Number("low", noise.Low);
        json.Number("high", noise.High);
        json.Number("sharpe", noise.Sharpe);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, IReadOnlyList<FrontPoint> front)
    {
        int[] inside = [.. Enumerable.Range(0, front.Count).Where(at => !front[at].IsFront)];
        var step = Math.Max(1, (inside.Length + MostPoints - 1) / MostPoints);
        json.WriteNumber("frontOf", front.Count);
        json.Array("front", Enumerable.Range(0, front.Count).Where(at => front[at].IsFront).Concat(inside.Where((_, at) => at % step == 0)).Order(), (to, at) =>
        {
            to.WriteString("key", front[at].Key);
            to.WriteNumber("drawdown", Math.Round(front[at].Drawdown, 6));
            to.WriteNumber("return", Math.Round(front[at].Return, 6));
            to.Number("complexity", front[at].Complexity);
            to.WriteBoolean("front", front[at].IsFront);
        });
    }

    static void Write(Utf8JsonWriter json, TrialSpread? spread)
    {
        if (spread is null)
        {
            json.WriteNull("spread");
            return;
        }

        json.WriteStartObject("spread");
        json.WriteNumber("from", spread.From);
        json.WriteNumber("width", spread.Width);
        json.WriteStartArray("counts");
        foreach (var count in spread.Counts)
        {
            json.WriteNumberValue(count);
        }

        json.WriteEndArray();
        json.WriteNumber("trials", spread.Trials);
        json.WriteNumber("periods", spread.Periods);
        json.WriteNumber("nullDeviation", spread.NullDeviation);
        json.WriteNumber("best", spread.Best);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Failure failure)
    {
        json.WriteString("state", failure.State);
        json.WriteString("reason", failure.Reason);
        json.WriteNumber("count", failure.Count);
        json.WriteString("example", failure.Example);
    }
}
