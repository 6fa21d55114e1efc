using System.Text.Json;
using Workbench.Research.Luck;

namespace Workbench.App;

/// <summary>A study of the tests themselves, for a terminal and for a program.</summary>
static class StudyTable
{
    public static void Show(StudyTerms terms, IReadOnlyList<StudyCount> counts, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json => Write(json, terms, counts)));
            return;
        }

        terminal.Result(FormattableString.Invariant(
            $"{terms.Studies:N0} searches of {terms.Variants:N0} variants × {terms.Periods:N0} periods, correlation {terms.Correlation}, seeds from {terms.Seed}, {terms.Replicates:N0} resamples, level {terms.Alpha * 100:0.##} %"));
        foreach (var edge in counts.GroupBy(count => count.Edge))
        {
            terminal.Result(edge.Key == 0d ? "noise alone" : FormattableString.Invariant($"one variant with a true annual Sharpe ratio of {edge.Key:0.00}"));
            foreach (var count in edge)
            {
                terminal.Result(FormattableString.Invariant($"  {count.Label,-24}{count.Fired,6:N0}{count.Share * 100,8:0.0} %   ({count.Low * 100:0.0} to {count.High * 100:0.0})"));
            }
        }
    }

    static void Write(Utf8JsonWriter json, StudyTerms terms, IReadOnlyList<StudyCount> counts)
    {
        json.WriteStartObject();
        json.WriteNumber("studies", terms.Studies);
        json.WriteNumber("variants", terms.Variants);
        json.WriteNumber("periods", terms.Periods);
        json.WriteNumber("correlation", terms.Correlation);
        json.WriteNumber("alpha", terms.Alpha);
        json.WriteNumber("seed", terms.Seed);
        json.WriteNumber("replicates", terms.Replicates);
        json.WriteStartArray("counts");
        foreach (var count in counts)
        {
            json.WriteStartObject();
            json.WriteNumber("edge", count.Edge);
            json.WriteString("test", count.Key);
            json.WriteNumber("fired", count.Fired);
            json.WriteNumber("of", count.Of);
            json.WriteNumber("share", count.Share);
            json.WriteNumber("low", count.Low);
            json.WriteNumber("high", count.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
