using System.Globalization;
using System.Text;
using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The sources as a table for people, 120 columns wide: what needs more room goes on below itself.</summary>
static class SourcesTable
{
    const int Width = 120;
    const int NameWidth = 16;
    const int PlaceWidth = 5;
    const int HealthWidth = 29;
    const int BudgetWidth = 20;
    const int Before = NameWidth + PlaceWidth + 2 + HealthWidth + BudgetWidth;
    const string Indent = "  ";

    public static string Of(SourceRoom room)
    {
        var text = new StringBuilder();
        Append(text, "source", "place", "health", ["calls left"], ["can do"]);
        foreach (var seat in room.Seats)
        {
            var health = room.Health.Of(seat.Name);
            Append(text, seat.Name, seat.Priority.ToString(CultureInfo.InvariantCulture), State(room, seat, health), Budget(room, seat), CanDo(seat.Known.Profile.Offers));
            if (health.LastError.Length > 0)
            {
                text.AppendJoin("", Wrapped($"last error {health.LastErrorAt:yyyy-MM-dd HH:mm:ss}: {health.LastError}", Width - NameWidth).Select(line => new string(' ', NameWidth) + line + Environment.NewLine));
            }
        }

        return text.Append("decisions: ./run.sh data sources --log").ToString();
    }

    static void Append(StringBuilder text, string name, string place, string health, IReadOnlyList<string> budget, IReadOnlyList<string> canDo)
    {
        for (var row = 0; row < Math.Max(budget.Count, canDo.Count); row++)
        {
            var head = row == 0 ? $"{name,-NameWidth}{place,PlaceWidth}  {health,-HealthWidth}" : new string(' ', Before - BudgetWidth);
            text.AppendLine($"{head}{budget.ElementAtOrDefault(row),-BudgetWidth}{canDo.ElementAtOrDefault(row)}".TrimEnd());
        }
    }

    static string State(SourceRoom room, SourceSeat seat, SourceHealth health) =>
        !seat.IsOn ? "off"
        : seat.Known.Profile.NeedsKey && seat.Key() is null ? "no key"
        : health.Failure is not { } failure ? "ok"
        : string.Create(CultureInfo.InvariantCulture, $"{failure.ToString().ToLowerInvariant()}{(health.IsResting(room.Health.Now) ? $", again {health.RetryAt:HH:mm:ss}" : "")}");

    static List<string> Budget(SourceRoom room, SourceSeat seat)
    {
        var left = room.BudgetOf(seat).Left();
        return left.Count == 0 ? ["not counted"] : [.. left.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Left} of {each.Rule.Limit} {Window(each.Rule.Window)}"))];
    }

    static string Window(TimeSpan window) => window.TotalDays >= 28 ? "a month" : window.TotalDays >= 1 ? "a day" : window.TotalHours >= 1 ? "an hour" : "in " + window.ToString("c", CultureInfo.InvariantCulture);

    /// <summary>What it can do, those things together that it can do of the same classes of instruments.</summary>
    static List<string> CanDo(IReadOnlyList<Offer> offers) =>
    [
        .. offers.GroupBy(offer => offer.Capability)
            .Select(group => (Capability: group.Key, Classes: string.Join(' ', group.SelectMany(offer => offer.Classes).Distinct().Order())))
            .GroupBy(each => each.Classes, each => each.Capability.ToString())
            .SelectMany(group => Wrapped((group.Key.Length > 0 ? group.Key + ": " : "") + string.Join(' ', group), Width - Before)),
    ];

    /// <summary>A text in lines of a width, broken between words; a word that is longer stands alone.</summary>
    static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > Indent.Length && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = Indent + word;
            }
            else
            {
                line += line.Length == 0 ? word : " " + word;
            }
        }

        yield return line;
    }
}
