using Workbench.Simulators.Binance;

namespace Workbench.Simulators.Tests.Binance;

public sealed class LimitTests
{
    readonly ManualTime time = new() { Now = new DateTimeOffset(2026, 11, 2, 12, 0, 50, TimeSpan.Zero) };
    readonly BinanceLimits limits;

    public LimitTests() => limits = new BinanceLimits(time, 100, 2, TimeSpan.FromDays(1), "1D", 3);

    [Fact]
    public void The_window_follows_the_clock_and_does_not_slide()
    {
        limits.Charge(100);
        Assert.Equal(429, Refused(() => limits.Ask(1))!.Status);
        Assert.Equal(10, limits.RetryAfter(429));

        time.Now = time.Now.AddSeconds(10);
        Assert.Null(Refused(() => limits.Ask(100)));
    }

    [Fact]
    public void Who_goes_on_all_the_same_is_banned_and_stays_so_beyond_the_minute()
    {
        limits.Charge(100);
        Assert.Equal([429, 429, 429, 418, 418], Enumerable.Range(0, 5).Select(_ => Refused(() => limits.Ask(1))!.Status));

        time.Now = time.Now.AddSeconds(60);
        Assert.Equal(418, Refused(() => limits.Ask(1))!.Status);
        Assert.Equal(60, limits.RetryAfter(418));
        time.Now = time.Now.AddSeconds(61);
        Assert.Null(Refused(() => limits.Ask(1)));
    }

    [Fact]
    public void A_filled_order_gives_its_place_back()
    {
        limits.CountOrder(1);
        limits.CountOrder(1);
        Assert.Equal(-1015, Refused(limits.AskForOrder)!.Code);

        limits.CountOrder(-1);
        Assert.Null(Refused(limits.AskForOrder));
    }

    static BinanceRefusal? Refused(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (BinanceRefusal refusal)
        {
            return refusal;
        }
    }
}
