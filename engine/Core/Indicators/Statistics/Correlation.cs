namespace Workbench.Core;

/// <summary>Pearson's correlation of two instruments' closes over n pairs of bars, −1 to 1; 0 where either stood still.</summary>
/// <param name="length">Pairs of bars, at least 2; 20.</param>
public sealed class Correlation(int length = 20) : PairStudy($"Correlation({length})", length)
{
    readonly Rolling<Moments> window = new(length);

    private protected override double Next(double mine, double other) => window.Add(Moments.Of(other, mine)).Correlation;
}
