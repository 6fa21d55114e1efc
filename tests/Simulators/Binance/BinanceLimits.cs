using System.Globalization;

namespace Workbench.Simulators.Binance;

/// <summary>Request weight per address and orders per account. Windows follow the clock: a full minute, second 0, 10, 20 …; they do not slide.</summary>
sealed class BinanceLimits(TimeProvider clock, int weightLimit, int orderLimit, TimeSpan longWindow, string longName, int refusalsBeforeBan)
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);
    readonly Lock gate = new();
    (long Window, int Count) weight;
    (long Window, int Count) refused;
    (long Window, int Count) shortOrders;
    (long Window, int Count) longOrders;
    long bannedUntil;

    public int WeightLimit => weightLimit;

    public int OrderLimit => orderLimit;

    public int UsedWeight
    {
        get
        {
            lock (gate)
            {
                return Now(ref weight, Minute);
            }
        }
    }

    /// <summary>Refuses a call whose weight does not fit into this minute any more, and who goes on all the same.</summary>
    public void Ask(int wanted)
    {
        lock (gate)
        {
            if (NowMs < bannedUntil)
            {
                throw CommonErrors.Banned(bannedUntil);
            }

            if (Now(ref weight, Minute) + wanted <= weightLimit)
            {
                return;
            }

            if (Now(ref refused, Minute) >= refusalsBeforeBan)
            {
                bannedUntil = NowMs + 120_000;
                throw CommonErrors.Banned(bannedUntil);
            }

            refused.Count++;
            throw CommonErrors.TooMuchWeight(weightLimit);
        }
    }

    public void AskForOrder()
    {
        lock (gate)
        {
            if (Now(ref shortOrders, TenSeconds) >= orderLimit)
            {
                throw CommonErrors.TooManyOrders(orderLimit);
            }
        }
    }

    public void Charge(int used)
    {
        lock (gate)
        {
            Now(ref weight, Minute);
            weight.Count += used;
        }
    }

    /// <summary>Counts an order, or with -1 gives one back because it was filled.</summary>
    public void CountOrder(int change)
    {
        lock (gate)
        {
            shortOrders.Count = Math.Max(0, Now(ref shortOrders, TenSeconds) + change);
            longOrders.Count = Math.Max(0, Now(ref longOrders, longWindow) + change);
        }
    }

    /// <summary>Seconds until a refused caller may come back.</summary>
    public int RetryAfter(int status)
    {
        lock (gate)
        {
            var wait = status == 418 ? bannedUntil - NowMs : 60_000 - NowMs % 60_000;
            return (int)Math.Max(1, (wait + 999) / 1000);
        }
    }

    public (string, string) WeightHeader => ("X-MBX-USED-WEIGHT-1M", UsedWeight.ToString(CultureInfo.InvariantCulture));

    public IEnumerable<(string, string)> OrderHeaders
    {
        get
        {
            lock (gate)
            {
                return
                [
                    ("X-MBX-ORDER-COUNT-10S", Now(ref shortOrders, TenSeconds).ToString(CultureInfo.InvariantCulture)),
                    ($"X-MBX-ORDER-COUNT-{longName}", Now(ref longOrders, longWindow).ToString(CultureInfo.InvariantCulture)),
                ];
            }
        }
    }

    long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    int Now(ref (long Window, int Count) counter, TimeSpan length)
    {
        var window = NowMs / (long)length.TotalMilliseconds;
        if (counter.Window != window)
        {
            counter = (window, 0);
        }

        return counter.Count;
    }
}
