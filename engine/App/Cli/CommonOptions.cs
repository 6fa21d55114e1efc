using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Options that mean the same under every verb.</summary>
static class CommonOptions
{
    public static Option<bool> Json { get; } = new("--json") { Description = "print one JSON document and nothing else", Recursive = true };

    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "say nothing of progress", Recursive = true };

    public static Option<string?> Lake() => new("--lake") { Description = "where the data are kept (default data/lake)", HelpName = "DIR" };

    public static Option<string?> From() => new("--from") { Description = "first instant, ISO date or time, UTC", HelpName = "TIME" };

    public static Option<string?> To() => new("--to") { Description = "first instant no longer wanted, ISO date or time, UTC", HelpName = "TIME" };

    public static Option<string[]> Set() => new("--set") { Description = "a parameter of the script; may be repeated", HelpName = "NAME=VALUE", AllowMultipleArgumentsPerToken = false };

    public static Option<string?> Class() => new("--class") { Description = "the strategy class, where the file has several", HelpName = "NAME" };

    public static Option<long> Seed() => new("--seed") { Description = "seed of the run's dice", DefaultValueFactory = _ => 1 };

    /// <summary>How many of a list to show.</summary>
    public static Option<int> Most(int usual)
    {
        var most = new Option<int>("--most") { Description = "how many to list", DefaultValueFactory = _ => usual, HelpName = "N" };
        most.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value is ['-', ..] or "0")
            {
                result.AddError($"--most {result.Tokens[0].Value}: at least 1 is needed.");
            }
        });
        return most;
    }

    /// <summary>A share from 0 to 1.</summary>
    public static Option<decimal> Share(string name, string description, decimal usual) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        HelpName = "SHARE",
        CustomParser = result => Parse(result, value => value is >= 0m and <= 1m, "a share from 0 to 1 is needed, such as 0.05") ?? 0m,
    };

    /// <summary>A decimal number that may be missing. What it must be is the taker's affair.</summary>
    public static Option<decimal?> Decimal(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SIZE",
        CustomParser = result => Parse(result, _ => true, "a number is needed, such as 0.05"),
    };

    /// <summary>A range of time from two ISO texts; what is missing is open.</summary>
    public static TimeRange Range(string? from, string? to)
    {
        var range = new TimeRange(
            from is null ? long.MinValue : Time("--from", from), to is null ? long.MaxValue : Time("--to", to));
        return range.From < range.To ? range : throw CliErrors.EmptyRange(from ?? "…", to ?? "…");
    }

    /// <summary>A decimal number as the option wants it.</summary>
    public static decimal Number(string option, string text, Func<decimal, bool> isGood, string needs) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && isGood(value)
            ? value
            : throw CliErrors.BadNumber(option, text, needs);

    /// <summary>A span of time in nanoseconds, such as <c>30s</c>, <c>15m</c>, <c>6h</c> or <c>2d</c>.</summary>
    public static long Span(string option, string text)
    {
        var unit = text.Length == 0 ? ' ' : text[^1];
        long? nanos = unit switch
        {
            's' => UtcNanos.Second,
            'm' => UtcNanos.Minute,
            'h' => UtcNanos.Hour,
            'd' => UtcNanos.Day,
            _ => null,
        };
        return text == "0" ? 0
            : nanos is { } known && decimal.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count is >= 0m and <= 10_000m
                ? (long)(count * known)
                : throw CliErrors.BadNumber(option, text, "a span is needed, such as 30s, 15m, 6h or 2d");
    }

    /// <summary>The library would read a number as the machine's culture writes it: 0.01 is 1 in German.</summary>
    static decimal? Parse(ArgumentResult result, Func<decimal, bool> isGood, string needs)
    {
        var text = result.Tokens[0].Value;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && isGood(value))
        {
            return value;
        }

        result.AddError($"{((OptionResult)result.Parent!).Option.Name} {text}: {needs}.");
        return null;
    }

    /// <summary>An instant from an ISO text, UTC nanoseconds.</summary>
    public static long Time(string option, string text) =>
        DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        && char.IsAsciiDigit(text[0]) && text.Length >= 10 && text[4] == '-' && time.Year is > 1677 and < 2262
            ? UtcNanos.From(time)
            : throw CliErrors.BadTime(option, text);
}
