namespace Workbench.Core;

/// <summary>
/// Complete when the price is a brick's height beyond the top or the bottom of the last brick, so that a turn takes twice the way.
/// The first brick stands on the first price. Bricks have no wicks.
/// </summary>
sealed class RenkoRule(long height) : BarRule
{
    bool hasBrick;
    long top;
    long bottom;

    public override bool IsGapless => true;

    public override bool Completes(FormingBar bar)
    {
        var price = bar.Last.Price;
        if (!hasBrick)
        {
            hasBrick = true;
            top = bottom = price;
        }

        if (price >= top + height)
        {
            (bottom, top) = (top, top + height);
            bar.Shape(bottom, top);
            return true;
        }

        if (price <= bottom - height)
        {
            (top, bottom) = (bottom, bottom - height);
            bar.Shape(top, bottom);
            return true;
        }

        return false;
    }
}
