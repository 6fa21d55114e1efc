namespace Workbench.Core;

/// <summary>
/// Tick imbalance bars (López de Prado, Advances in Financial Machine Learning, 2018, 2.3.2.1). With b the sign of an event and θ the
/// sum of b over the bar, it is complete at the first T with |θ| ≥ E[T] · |2P[b = 1] − 1|.
/// </summary>
/// <remarks>
/// E[T] and 2P[b = 1] − 1 are exponentially weighted means over the bars before, of T and of θ / T, with the weight 2 / (20 + 1) for the
/// newest: the book leaves it open. The first bar takes <paramref name="ticks"/> events, since there is nothing to expect yet. Two bounds
/// are ours, because the estimate feeds on itself and would run away: E[T] stays between a tenth and ten times of
/// <paramref name="ticks"/>, and a bar needs a surplus of at least 1.
/// </remarks>
sealed class TickImbalanceRule(long ticks) : BarRule
{
    const double Weight = 2d / (20 + 1);
    const int Leash = 10;

    readonly TickSign sign = new();
    double expectedTicks = ticks;
    double expectedSign;
    bool hasExpectation;
    long surplus;

    public override bool Completes(FormingBar bar)
    {
        surplus += sign.Of(bar.Last);
        var isComplete = hasExpectation
            ? Math.Abs(surplus) >= Math.Max(1d, expectedTicks * Math.Abs(expectedSign))
            : bar.Count >= ticks;
        if (!isComplete)
        {
            return false;
        }

        Learn(bar.Count, (double)surplus / bar.Count);
        surplus = 0;
        return true;
    }

    void Learn(long count, double meanSign)
    {
        expectedSign = hasExpectation ? expectedSign + Weight * (meanSign - expectedSign) : meanSign;
        expectedTicks = Math.Clamp(expectedTicks + Weight * (count - expectedTicks), (double)ticks / Leash, (double)ticks * Leash);
        hasExpectation = true;
    }
}
