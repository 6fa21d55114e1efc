namespace Workbench.Research.Compare;

/// <summary>How much each pair does the same trades.</summary>
static class Overlaps
{
    public static IReadOnlyList<IReadOnlyList<TradeOverlap>> Of(IReadOnlyList<Contender> contenders)
    {
        var pairs = new TradeOverlap[contenders.Count][];
        for (var one = 0; one < pairs.Length; one++)
        {
            pairs[one] = new TradeOverlap[pairs.Length];
            for (var other = 0; other < pairs.Length; other++)
            {
                pairs[one][other] = other < one ? pairs[other][one] : TradeOverlap.Of(contenders[one].Run, contenders[other].Run);
            }
        }

        return pairs;
    }
}
