namespace Workbench.Data.Repair;

/// <summary>Repairs the prices of one instrument by the rules: the same rows give the same repairs, whatever their name.</summary>
public static class PriceRepair
{
    /// <summary>All rules, in the order they are applied.</summary>
    public static IReadOnlyList<RepairRule> AllRules { get; } = Enum.GetValues<RepairRule>();

    /// <summary>Changes the rows to what they should have been.</summary>
    /// <param name="rows">In time order; changed in place.</param>
    /// <param name="rules">Which rules; each is applied at its own place in the order.</param>
    /// <returns>What was found, in order of rule and time.</returns>
    public static IReadOnlyList<PriceFinding> Apply(IReadOnlyList<PriceRow> rows, IReadOnlyCollection<RepairRule> rules)
    {
        var findings = new List<PriceFinding>();
        foreach (var rule in AllRules.Where(rules.Contains))
        {
            findings.AddRange(Apply(rows, rule));
        }

        return findings;
    }

    static IReadOnlyList<PriceFinding> Apply(IReadOnlyList<PriceRow> rows, RepairRule rule) => rule switch
    {
        RepairRule.Units => new UnitRule(rows).Apply(),
        RepairRule.Splits => new SplitRule(rows).Apply(),
        RepairRule.Dividends => new DividendRule(rows).Apply(),
        _ => new CapitalGainRule(rows).Apply(),
    };
}
