using System.Globalization;

namespace Workbench.Core;

/// <summary>An event of a tape that the look-ahead proof changed.</summary>
/// <param name="Instrument">Whose.</param>
/// <param name="Time">When it is wholly known, UTC nanoseconds; of a bar, its close.</param>
/// <param name="Was">Prices as they were: bid and ask, a print's price, or open, high, low and close.</param>
/// <param name="Is">Prices as they are now; empty where the event was cut off.</param>
public sealed record ChangedEvent(Instrument Instrument, long Time, IReadOnlyList<decimal> Was, IReadOnlyList<decimal> Is)
{
    /// <inheritdoc/>
    public override string ToString() => $"{UtcNanos.ToIso(Time)} {Instrument.Symbol} {Text(Was)} -> {(Is.Count == 0 ? "nothing" : Text(Is))}";

    static string Text(IReadOnlyList<decimal> prices) => string.Join('/', prices.Select(price => price.ToString(CultureInfo.InvariantCulture)));
}
