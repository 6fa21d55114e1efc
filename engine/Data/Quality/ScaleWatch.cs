namespace Workbench.Data.Quality;

/// <summary>
/// Follows prices from one to the next and notes where they jump by a power of ten, as no market does. Which of the scales is right is
/// known at the end: the one that most of the tape has.
/// </summary>
/// <param name="leastExponent">Smallest power of ten that counts.</param>
sealed class ScaleWatch(int leastExponent)
{
    /// <summary>Farthest that prices can be apart and still be on one scale: half a power of ten.</summary>
    const double Half = 3.16;

    /// <summary>How far from a power of ten a jump may be, in powers of ten: a third of the price, or a tenth of it after a pause of some days.</summary>
    const double Slack = 0.12;
    const double SlackAfterPause = 0.045;
    const long Pause = 5 * UtcNanos.Day;

    readonly SortedDictionary<int, long> counts = [];
    int exponent;
    long last;
    long lastTime;
    bool isPrimed;

    /// <summary>A price before the tape, which is known to be right.</summary>
    public void Prime(long price, long time) => (last, lastTime, isPrimed) = (price, time, price > 0);

    /// <summary>Whether two prices are on different scales.</summary>
    public static int ExponentOf(long price, long other, double slack = Slack)
    {
        if (price <= 0 || other <= 0)
        {
            return 0;
        }

        var powers = Math.Log10((double)price / other);
        var whole = Math.Round(powers);
        return Math.Abs(powers - whole) <= slack ? (int)whole : 0;
    }

    /// <summary>Looks at prices of one day.</summary>
    public void See(ReadOnlySpan<long> times, ReadOnlySpan<long> prices, DayTally day)
    {
        last = last > 0 ? last : prices[0];
        var (min, max) = Lanes.Ends(prices);
        if (min > last / Half && max < last * Half)
        {
            Count(day, times[0], prices[0], prices.Length);
        }
        else
        {
            for (var at = 0; at < prices.Length; at++)
            {
                Follow(times[at], prices[at]);
                Count(day, times[at], prices[at], 1);
            }
        }

        (last, lastTime) = (prices[^1] > 0 ? prices[^1] : last, times[^1]);
    }

    /// <summary>The power of ten that the prices of the tape are on; known at its end.</summary>
    public int Right
    {
        get
        {
            var right = 0;
            var most = isPrimed ? long.MaxValue : 0;
            foreach (var (power, count) in counts)
            {
                (right, most) = count > most ? (power, count) : (right, most);
            }

            return right;
        }
    }

    void Follow(long time, long price)
    {
        var jump = ExponentOf(price, last, time - lastTime > Pause ? SlackAfterPause : Slack);
        exponent += Math.Abs(jump) >= leastExponent ? jump : 0;
        (last, lastTime) = (price > 0 ? price : last, time);
    }

    void Count(DayTally day, long time, long price, long count)
    {
        day.Scale(exponent, price, time, count);
        counts[exponent] = counts.GetValueOrDefault(exponent) + count;
    }
}
