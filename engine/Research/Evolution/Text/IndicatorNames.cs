namespace Workbench.Research.Evolution;

/// <summary>Names the indicators of a genome by what they are to each other: the shorter of two averages is the fast one.</summary>
sealed class IndicatorNames
{
    readonly Dictionary<IndicatorGene, string> names = [];
    readonly Dictionary<IndicatorGene, string> meanings = [];

    public IndicatorNames(IReadOnlyList<IndicatorGene> genes)
    {
        foreach (var group in genes.GroupBy(gene => WordOf(gene.Kind)))
        {
            IndicatorGene[] members = [.. group.OrderBy(gene => gene.Length).ThenBy(gene => gene.Kind)];
            for (var at = 0; at < members.Length; at++)
            {
                var place = PlaceOf(at, members.Length);
                names.Add(members[at], Phrase.Join(place, group.Key, members.Length > 3 ? Phrase.Number(at + 1) : ""));
                meanings.Add(members[at], $"{place} {PlainOf(members[at].Kind)}".Trim());
            }
        }
    }

    /// <summary>The field's name.</summary>
    public string this[IndicatorGene gene] => names[gene];

    /// <summary>What people call it.</summary>
    public string MeaningOf(IndicatorGene gene) => meanings[gene];

    static string PlainOf(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Sma or IndicatorKind.Ema => "average",
        IndicatorKind.PriorChannel => "channel of highs and lows",
        IndicatorKind.Bollinger => "bands",
        IndicatorKind.Momentum => "momentum",
        IndicatorKind.Atr => "average true range",
        IndicatorKind.StandardDeviation => "deviation of closes",
        IndicatorKind.Rsi => "relative strength",
        IndicatorKind.Adx => "trend strength",
        _ => "efficiency",
    };

    static string PlaceOf(int at, int count) => count switch
    {
        1 or > 3 => "",
        _ when at == 0 => "fast",
        _ when at == count - 1 => "slow",
        _ => "middle",
    };

    static string WordOf(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Sma or IndicatorKind.Ema => "average",
        IndicatorKind.PriorChannel => "channel",
        IndicatorKind.Bollinger => "bands",
        IndicatorKind.Momentum => "momentum",
        IndicatorKind.Atr => "atr",
        IndicatorKind.StandardDeviation => "deviation",
        IndicatorKind.Rsi => "rsi",
        IndicatorKind.Adx => "trendStrength",
        IndicatorKind.EfficiencyRatio => "efficiency",
        _ => "regime",
    };
}
