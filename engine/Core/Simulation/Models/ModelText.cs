using System.Globalization;

namespace Workbench.Core;

/// <summary>
/// The models of the simulated venue as words: what a configuration says is what a run's identity prints, and one reads the
/// other. Durations carry a unit: <c>250us</c>, <c>50ms</c>, <c>1.5s</c>.
/// </summary>
public static class ModelText
{
    /// <summary>Reads <c>none</c>, <c>constant 50ms [CANCEL REPLACE]</c>, <c>skewed 20ms 400ms</c> or <c>measured NAME</c>.</summary>
    /// <exception cref="FormatException">It is none of those.</exception>
    public static ILatencyModel Latency(string text) => Words(text) switch
    {
        ["none"] => ConstantLatency.None,
        ["constant", var all] => new ConstantLatency(Duration(all), Duration(all), Duration(all)),
        ["constant", var submit, var cancel, var replace] => new ConstantLatency(Duration(submit), Duration(cancel), Duration(replace)),
        ["skewed", var shortest, var longest] when Duration(shortest) <= Duration(longest) => new SkewedLatency(Duration(shortest), Duration(longest)),
        ["measured", .. var name] when name.Length > 0 => new MeasuredLatency(string.Join(' ', name), [0]),
        _ => throw Unknown("latency", text, "none, constant 50ms, constant 50ms 40ms 60ms (submit, cancel, replace), skewed 20ms 400ms, or measured FILE"),
    };

    /// <summary>Reads <c>none</c>, <c>ticks 2</c>, <c>random 0.1 2</c> or <c>volume 0.1</c>.</summary>
    /// <exception cref="FormatException">It is none of those.</exception>
    public static ISlippageModel Slippage(string text) => Words(text) switch
    {
        ["none"] => TickSlippage.None,
        ["ticks", var ticks] => new TickSlippage(Whole(ticks)),
        ["random", var probability, var ticks] when Number(probability) is >= 0m and <= 1m => new RandomSlippage((double)Number(probability), Whole(ticks)),
        ["volume", var impact] => new VolumeShareSlippage(Number(impact)),
        _ => throw Unknown("slippage", text, "none, ticks 2, random 0.1 2 (probability, ticks), or volume 0.1 (impact)"),
    };

    /// <summary>Reads <c>unlimited</c>, <c>quoted</c> or <c>share 0.1</c>.</summary>
    /// <exception cref="FormatException">It is none of those.</exception>
    public static ILiquidityModel Liquidity(string text) => Words(text) switch
    {
        ["unlimited"] => UnlimitedLiquidity.Instance,
        ["quoted"] => new QuotedLiquidity(),
        ["share", var share] when Number(share) is > 0m and <= 1m => new ShareLiquidity(Number(share)),
        _ => throw Unknown("liquidity", text, "unlimited, quoted, or share 0.1"),
    };

    /// <summary>Reads <c>risk-averse</c> or <c>probability 2</c>.</summary>
    /// <exception cref="FormatException">It is none of those.</exception>
    public static IQueueModel Queue(string text) => Words(text) switch
    {
        ["risk-averse"] => RiskAverseQueue.Instance,
        ["probability", var power] when Whole(power) is >= 1 and <= 3 => new ProbabilityQueue(Whole(power)),
        _ => throw Unknown("queue", text, "risk-averse, or probability 1, 2 or 3"),
    };

    /// <summary>Reads the name of a value as configurations spell it: the first letter small.</summary>
    /// <exception cref="FormatException">There is no such value.</exception>
    public static T Name<T>(string what, string text)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(NameOf).ToList();
        return names.IndexOf(text) is var at and >= 0 ? Enum.GetValues<T>()[at] : throw Unknown(what, text, string.Join(", ", names));
    }

    /// <summary>The name of a value as configurations spell it.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => NameOf(value.ToString());

    internal static string Millis(long nanos) => FormattableString.Invariant($"{nanos / 1_000_000m}ms");

    static string NameOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static decimal Number(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new FormatException($"'{text}' is no number of 0 or more.");

    static int Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new FormatException($"'{text}' is no whole number of 0 or more.");

    static long Duration(string text)
    {
        foreach (var (unit, nanos) in (ReadOnlySpan<(string, long)>)[("ms", UtcNanos.Millisecond), ("us", 1_000), ("ns", 1), ("s", UtcNanos.Second)])
        {
            if (text.EndsWith(unit, StringComparison.Ordinal))
            {
                var value = Number(text[..^unit.Length]) * nanos;
                return value <= UtcNanos.Day ? (long)value : throw new FormatException($"'{text}' is longer than a day.");
            }
        }

        throw new FormatException($"'{text}' is no duration; write 250us, 50ms or 1.5s.");
    }

    static FormatException Unknown(string what, string text, string known) => new($"{what} is '{text}'; known are {known}.");
}
