namespace Workbench.Core;

/// <summary>Complete once so much was traded. A print is not split: what it has too much stays in the bar.</summary>
sealed class VolumeRule(long millionths, int sizeScale) : BarRule
{
    // Whole units of storage: a volume between two of them is reached at the upper one.
    readonly Int128 length = ((Int128)millionths * Scaled.PowerOfTen(sizeScale) + 999_999) / 1_000_000;

    public override bool Completes(FormingBar bar) => bar.Volume >= length;
}
