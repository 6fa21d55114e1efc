namespace Workbench.Core;

/// <summary>
/// Whether an event was a buyer's (+1) or a seller's (-1): what the venue says, else the tick rule (Lee and Ready, 1991): up is a
/// buyer's, down a seller's, and a price that stays is taken like the one before. 0 until the price has moved.
/// </summary>
sealed class TickSign
{
    long lastPrice;
    bool hasPrice;
    int last;

    public int Of(in BarEvent now)
    {
        if (now.Aggressor != default)
        {
            last = now.Aggressor == Side.Buy ? 1 : -1;
        }
        else if (hasPrice && now.Price != lastPrice)
        {
            last = now.Price > lastPrice ? 1 : -1;
        }

        (lastPrice, hasPrice) = (now.Price, true);
        return last;
    }
}
