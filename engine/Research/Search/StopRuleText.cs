using System.Globalization;

namespace Workbench.Research.Search;

/// <summary>Reads and writes the rule that hopeless variants are stopped by.</summary>
static class StopRuleText
{
    static readonly string[] Names = ["drawdown", "ruin", "noTradeBy"];

    public static StopRule Read(string text)
    {
        var rule = new StopRule();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var words = part.Split('=', StringSplitOptions.TrimEntries);
            if (words.Length != 2 || !seen.Add(words[0]))
            {
                throw SearchErrors.BadStop(text, words.Length != 2 ? $"'{part}' is no name=share" : $"{words[0]} is in it twice");
            }

            rule = With(rule, text, words[0], Share(text, words[1]));
        }

        return rule;
    }

    public static string Sentence(StopRule rule)
    {
        string[] reasons =
        [
            .. rule.Drawdown is { } fall ? [$"equity has fallen by {Percent(fall)} from its peak"] : Array.Empty<string>(),
            .. rule.Ruin is { } left ? [$"equity is down to {Percent(left)} of the first"] : Array.Empty<string>(),
            .. rule.NoTradeBy is { } gone ? [$"nothing was traded in the first {Percent(gone)} of the time"] : Array.Empty<string>(),
        ];
        return reasons.Length == 0
            ? "No variant is stopped early."
            : $"A variant is stopped at the end of the first period in which {string.Join(", or ", reasons)}; it stays a trial.";
    }

    static StopRule With(StopRule rule, string text, string name, double share) => name.ToUpperInvariant() switch
    {
        "DRAWDOWN" => rule with { Drawdown = share },
        "RUIN" => rule with { Ruin = share },
        "NOTRADEBY" => rule with { NoTradeBy = share },
        _ => throw SearchErrors.BadStop(text, Closest.To(name, Names) is { } near
            ? $"there is no '{name}', did you mean '{near}'" : $"there is no '{name}', only {string.Join(", ", Names)}"),
    };

    static double Share(string text, string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is > 0d and < 1d
            ? share : throw SearchErrors.BadStop(text, $"'{word}' is no share between 0 and 1");

    static string Percent(double share) => (100d * share).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
