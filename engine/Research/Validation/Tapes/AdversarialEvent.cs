using System.Globalization;

namespace Workbench.Research.Validation;

/// <summary>One thing that happens on an adversarial tape. Before its first and after its last instant the tape is what it was.</summary>
/// <param name="Symbol">The instrument it happens to.</param>
/// <param name="Kind">What happens.</param>
/// <param name="When">From when to when.</param>
/// <param name="Size">How far it goes at its highest, raw units of price, signed where it has a direction; nanoseconds of a latency spike; 0 where nothing is moved.</param>
/// <param name="Reason">What it was aimed at, for whoever reads the table.</param>
public sealed record AdversarialEvent(string Symbol, EventKind Kind, TimeRange When, long Size, string Reason)
{
    /// <summary>Of a spliced regime its path, raw units of price, 0 at both ends.</summary>
    public IReadOnlyList<double> Path { get; init; } = [];

    /// <summary>Canonical text: what the set's hash is made of.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Symbol} {Kind} {When.From} {When.To} {Size} {string.Join(',', Path.Select(static value => BitConverter.DoubleToInt64Bits(value)))}");

    /// <summary>By how much both sides are moved at an instant, raw units, before the tick grid.</summary>
    internal double Shift(long time) => !When.Contains(time) ? 0d : Kind switch
    {
        EventKind.StopHunt or EventKind.OwnStopHunt => Size * Bump.Even(Within(time)),
        EventKind.FlashCrash => Size * Bump.Crash(Within(time)),
        EventKind.SplicedRegime => Bump.Path(Path, Within(time)),
        _ => 0d,
    };

    /// <summary>By how much each side is moved away from mid at an instant, raw units, before the tick grid.</summary>
    internal double Widen(long time) => Kind == EventKind.SpreadBlowOut && When.Contains(time) ? Size * Bump.Even(Within(time)) : 0d;

    /// <summary>Whether nothing is heard at an instant.</summary>
    internal bool Hides(long time) => Kind == EventKind.QuoteGap && When.Contains(time);

    /// <summary>Whether the price stands still at an instant.</summary>
    internal bool Holds(long time) => Kind == EventKind.StaleQuote && When.Contains(time);

    double Within(long time) => (double)(time - When.From) / When.Length;
}
