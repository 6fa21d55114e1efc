namespace Workbench.Core;

/// <summary>Complete once the buyers' events outnumber the sellers' by so many, or the sellers' the buyers'.</summary>
sealed class ImbalanceRule(long length) : BarRule
{
    readonly TickSign sign = new();
    long surplus;

    public override bool Completes(FormingBar bar)
    {
        surplus += sign.Of(bar.Last);
        if (Math.Abs(surplus) < length)
        {
            return false;
        }

        surplus = 0;
        return true;
    }
}
