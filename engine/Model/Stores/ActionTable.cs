namespace Workbench.Model;

/// <summary>Dividends and splits of an instrument, oldest first, as they lie beside its bars in a store.</summary>
/// <param name="Symbol">Of what.</param>
/// <param name="Source">Who told them; several, joined by a plus.</param>
/// <param name="Rows">One for each day on which something happened.</param>
public sealed record ActionTable(string Symbol, string Source, IReadOnlyList<CorporateAction> Rows)
{
    /// <summary>This table with all that another tells of a stretch of days in place of what it told before.</summary>
    /// <param name="other">What is told now.</param>
    /// <param name="first">First day it speaks of.</param>
    /// <param name="last">Last day it speaks of.</param>
    public ActionTable With(ActionTable other, DateOnly first, DateOnly last) => new(
        Symbol,
        string.Join('+', Source.Split('+').Concat(other.Source.Split('+')).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
        [.. Rows.Where(row => row.Date < first || row.Date > last).Concat(other.Rows).OrderBy(row => row.Date)]);
}
