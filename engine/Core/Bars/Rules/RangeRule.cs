namespace Workbench.Core;

/// <summary>Complete when high and low are so far apart. It ends at the edge and never beyond, and the next one opens there.</summary>
sealed class RangeRule(long length) : BarRule
{
    public override bool IsGapless => true;

    public override bool Completes(FormingBar bar)
    {
        if (bar.High - bar.Low < length)
        {
            return false;
        }

        // The newest price made the range too wide, so it is the high or the low.
        bar.CutAt(bar.Last.Price == bar.High ? bar.Low + length : bar.High - length);
        return true;
    }
}
