namespace Workbench.Core;

/// <summary>Complete once so much money changed hands, the sum of price times size. A print is not split.</summary>
sealed class ValueRule(long millionths, int scale) : BarRule
{
    readonly Int128 length = ((Int128)millionths * Scaled.PowerOfTen(scale / 2) * Scaled.PowerOfTen(scale - scale / 2) + 999_999) / 1_000_000;
    Int128 value;

    public override bool Completes(FormingBar bar)
    {
        // Below zero, as oil was in April 2020, the money flows the other way and is money all the same.
        value += Int128.Abs((Int128)bar.Last.Price * bar.Last.Size);
        if (value < length)
        {
            return false;
        }

        value = 0;
        return true;
    }
}
