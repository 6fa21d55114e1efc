using System.CommandLine;
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

    static long Time(string option, string text) =>
        DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        && char.IsAsciiDigit(text[0]) && text.Length >= 10 && text[4] == '-'
            ? UtcNanos.From(time)
            : throw CliErrors.BadTime(option, text);
}
