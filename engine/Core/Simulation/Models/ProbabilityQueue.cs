namespace Workbench.Core;

/// <summary>Cancellations come from both sides of us, in the ratio of a power of the units there: ahead^n : behind^n. The idea of hftbacktest's power queue models.</summary>
/// <param name="Power">1, 2 or 3; a higher one believes more in whoever is many.</param>
public sealed record ProbabilityQueue(int Power) : IQueueModel
{
    /// <inheritdoc/>
    public decimal Ahead(decimal ahead, decimal before, decimal now)
    {
        var behind = Math.Max(0m, before - ahead);
        double front = Raised((double)ahead), back = Raised((double)behind);
        var share = front + back > 0d ? front / (front + back) : 0d;
        return Math.Clamp(ahead - (before - now) * (decimal)share, 0m, now);
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"probability {Power}");

    double Raised(double value)
    {
        var raised = value;
        for (var i = 1; i < Power; i++)
        {
            raised *= value;
        }

        return raised;
    }
}
