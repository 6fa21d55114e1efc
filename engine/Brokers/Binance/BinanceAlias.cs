using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbench.Brokers.Binance;

/// <summary>
/// Under which client ids one of our orders lives at spot. An amendment that the venue can do only as cancel and new makes a
/// second order, and an id may live only once: it gets ours with <c>_r1</c> behind it, then <c>_r2</c>. Its cancelling half is
/// marked <c>_x1</c>, so that its event is not taken for the end of the order. Our ids hold no underscore, the venue takes 36
/// letters: both ways are plain from the text alone, after any restart.
/// </summary>
static partial class BinanceAlias
{
    /// <summary>Most often one order is replaced: two digits behind 32 letters are what fits.</summary>
    public const int Most = 99;

    /// <summary>The id under which the order's replacement lives; the id itself for 0.</summary>
    public static string Of(string clOrdId, int revision) => revision == 0 ? clOrdId : string.Create(CultureInfo.InvariantCulture, $"{clOrdId}_r{revision}");

    /// <summary>The id that the cancelling half of a replacement gets.</summary>
    public static string Cancel(string clOrdId, int revision) => string.Create(CultureInfo.InvariantCulture, $"{clOrdId}_x{revision}");

    /// <summary>Our id and how often it was replaced. An id of others is returned as it is.</summary>
    public static (string ClOrdId, int Revision) Read(string alias) => Replacement().Match(alias) is { Success: true } match
        ? (match.Groups[1].Value, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
        : (alias, 0);

    /// <summary>Whether an id is that of the cancelling half of a replacement.</summary>
    public static bool IsCancel(string alias) => CancelHalf().IsMatch(alias);

    [GeneratedRegex("^([a-z0-9]{1,32})_r([1-9][0-9]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Replacement();

    [GeneratedRegex("^[a-z0-9]{1,32}_x[1-9][0-9]?$", RegexOptions.CultureInvariant)]
    private static partial Regex CancelHalf();
}
