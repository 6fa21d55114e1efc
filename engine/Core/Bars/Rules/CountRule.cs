namespace Workbench.Core;

/// <summary>Complete with its n-th event.</summary>
sealed class CountRule(long length) : BarRule
{
    public override bool Completes(FormingBar bar) => bar.Count >= length;
}
