using System.Text.Json;

namespace Workbench.Research.Luck;

/// <summary>A report on luck in JSON, the same for the console, the page and the notebook.</summary>
public static class LuckReportJson
{
    const int Bins = 40;
    const int MostPoints = 1_000;

    /// <summary>Writes the report as one object.</summary>
    public static void Write(Utf8JsonWriter json, LuckReport report)
    {
        json.WriteStartObject();
        json.WriteString("sentence", report.Sentence);
        json.WriteString("verdict", JsonOut.Camel(report.Verdict));
        json.WriteNumber("alpha", report.Alpha);
        json.WriteNumber("trials", report.Trials);
        json.WriteNumber("columns", report.Columns);
        json.WriteNumber("periods", report.Periods);
        json.WriteNumber("periodsPerYear", report.PeriodsPerYear);
        json.WriteStartObject("bootstrap");
        Write(json, "block", report.Block);
        json.WriteNumber("replicates", report.Replicates);
        json.WriteNumber("seed", report.Seed);
        json.WriteEndObject();
        json.Array("figures", report.Figures, Write);
        json.Array("effectiveTrials", report.Effective, Write);
        json.Array("haircuts", report.Haircuts, Write);
        json.Array("variants", report.Variants, Write);
        json.Array("leftOut", report.LeftOut, Write);
        Write(json, report.Overfitting);
        json.Strings("warnings", report.Warnings);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, LuckFigure figure)
    {
        json.WriteString("key", figure.Key);
        json.WriteString("label", figure.Label);
        json.Number("value", figure.Value.Value);
        if (figure.Value.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        json.WriteString("unit", JsonOut.Camel(figure.Unit));
        json.WriteNumber("trials", figure.Trials);
        json.WriteNumber("periods", figure.Periods);
        json.WriteString("meaning", figure.Meaning);
    }

    static void Write(Utf8JsonWriter json, EffectiveTrials effective)
    {
        json.WriteString("key", effective.Key);
        json.WriteString("label", effective.Label);
        Write(json, "count", effective.Count);
        Write(json, "family", effective.Family);
        Write(json, "variance", effective.Variance);
        Write(json, "expectedMaximum", effective.ExpectedMaximum);
        Write(json, "deflated", effective.Deflated);
    }

    static void Write(Utf8JsonWriter json, Haircut haircut)
    {
        json.WriteString("key", haircut.Key);
        json.WriteString("label", haircut.Label);
        Write(json, "p", haircut.P);
        Write(json, "sharpe", haircut.Sharpe);
        Write(json, "share", haircut.Share);
    }

    static void Write(Utf8JsonWriter json, VariantOdds variant)
    {
        json.WriteNumber("column", variant.Column);
        json.WriteString("name", variant.Name);
        json.WriteNumber("sharpe", variant.Sharpe);
        Write(json, "odds", variant.Odds);
        json.WriteBoolean("beatsLuck", variant.BeatsLuck);
    }

    static void Write(Utf8JsonWriter json, LeftOut variant)
    {
        json.WriteString("name", variant.Name);
        json.WriteString("reason", variant.Reason);
    }

    /// <summary>All halves as a histogram, and some of them, evenly taken, as points.</summary>
    static void Write(Utf8JsonWriter json, Overfitting? study)
    {
        if (study is null)
        {
            json.WriteNull("overfitting");
            return;
        }

        json.WriteStartObject("overfitting");
        json.WriteNumber("blocks", study.Blocks);
        json.WriteNumber("rowsDropped", study.RowsDropped);
        json.WriteNumber("halves", study.Logits.Count);
        Histogram(json, study.Logits);
        var step = (study.Logits.Count + MostPoints - 1) / MostPoints;
        json.Numbers("inSample", [.. study.InSample.Where((_, at) => at % step == 0)], 6);
        json.Numbers("outOfSample", [.. study.OutOfSample.Where((_, at) => at % step == 0)], 6);
        json.WriteEndObject();
    }

    static void Histogram(Utf8JsonWriter json, IReadOnlyList<double> values)
    {
        var (low, high) = (values.Min(), values.Max());
        var width = high > low ? (high - low) / Bins : 1d;
        var counts = new int[Bins];
        foreach (var value in values)
        {
            counts[Math.Min(Bins - 1, (int)((value - low) / width))]++;
        }

        json.WriteStartObject("logits");
        json.WriteNumber("from", low);
        json.WriteNumber("width", width);
        json.WriteStartArray("counts");
        Array.ForEach(counts, json.WriteNumberValue);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, MetricValue value)
    {
        json.WriteStartObject(name);
        json.Number("value", value.Value);
        if (value.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        json.WriteEndObject();
    }
}
