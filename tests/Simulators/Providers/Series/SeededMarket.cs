namespace Workbench.Simulators.Providers.Series;

/// <summary>
/// A market that is a function of seed, symbol and time and of nothing else: any stretch of it can be told without what lay before,
/// the same by every provider, as ticks and as bars of any length.
/// </summary>
public sealed class SeededMarket(int seed, int ticksPerHour)
{
    const double DayMove = 0.006;
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // Waves from a quarter of a minute to two months; each is as high as the root of its length, as prices are.
    static readonly (long Milliseconds, double Height)[] Waves =
        [.. new long[] { 15, 60, 240, 900, 3_600, 14_400, 86_400, 604_800, 5_184_000 }.Select(seconds => (seconds * 1000, DayMove * Math.Sqrt(seconds / 86_400d)))];

    static readonly int[] Looks = [0, 20_000, 40_000, 59_999];

    /// <summary>Ticks of the hour that begins then; none while the market is closed.</summary>
    public IEnumerable<SeededTick> Ticks(SeededSymbol symbol, DateTime hour)
    {
        var dice = new SplitMix(Salt(symbol) ^ (ulong)hour.Ticks);
        var widest = Math.Max(2, 2 * (int)(Hour.TotalMilliseconds / ticksPerHour));
        for (var at = hour.AddMilliseconds(dice.Next(widest)); at < hour + Hour; at = at.AddMilliseconds(1 + dice.Next(widest)))
        {
            var (mid, spread) = (Mid(symbol, at), 1 + dice.Next(6));
            var (bidSize, askSize) = (75 + dice.Next(400), 75 + dice.Next(400));
            if (NewYork.IsOpen(symbol.Hours, at))
            {
                yield return new SeededTick(at, mid - (spread / 2), mid - (spread / 2) + spread, bidSize, askSize);
            }
        }
    }

    /// <summary>Bars that open from a time on until before another, counted from midnight UTC; closed minutes have none.</summary>
    public IEnumerable<SeededBar> Bars(SeededSymbol symbol, DateTime from, DateTime to, TimeSpan length)
    {
        for (var begin = Floor(from, length); begin < to; begin += length)
        {
            if (begin >= from && Bar(symbol, begin, begin + length) is { } bar)
            {
                yield return bar;
            }
        }
    }

    /// <summary>The bar of a stretch of whole minutes; null where the market was closed all through.</summary>
    public SeededBar? Bar(SeededSymbol symbol, DateTime begin, DateTime end)
    {
        SeededBar? bar = null;
        for (var minute = begin; minute < end; minute += Minute)
        {
            if (NewYork.IsOpen(symbol.Hours, minute))
            {
                bar = bar is null ? OfMinute(symbol, minute) with { Begin = begin } : Joined(bar, OfMinute(symbol, minute));
            }
        }

        return bar;
    }

    /// <summary>The middle of bid and ask, in points.</summary>
    public long Mid(SeededSymbol symbol, DateTime at)
    {
        var (salt, sum) = (Salt(symbol), 1d);
        var now = (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        for (var wave = 0; wave < Waves.Length; wave++)
        {
            sum += Waves[wave].Height * Noise(unchecked(salt + ((ulong)wave * 0x9E3779B97F4A7C15)), now, Waves[wave].Milliseconds);
        }

        return (long)Math.Round((double)(symbol.Start / symbol.Point) * sum);
    }

    SeededBar OfMinute(SeededSymbol symbol, DateTime minute)
    {
        var (first, last) = (Mid(symbol, minute), Mid(symbol, minute.AddMilliseconds(Looks[^1])));
        var (high, low) = (Math.Max(first, last), Math.Min(first, last));
        foreach (var look in Looks.AsSpan(1..^1))
        {
            var price = Mid(symbol, minute.AddMilliseconds(look));
            (high, low) = (Math.Max(high, price), Math.Min(low, price));
        }

        return new SeededBar(minute, first, high, low, last, 100 + new SplitMix(Salt(symbol) ^ ~(ulong)minute.Ticks).Next(5_000));
    }

    ulong Salt(SeededSymbol symbol) => symbol.Name.Aggregate(unchecked(14_695_981_039_346_656_037UL + (ulong)seed), (hash, letter) => unchecked((hash ^ letter) * 1_099_511_628_211UL));

    static SeededBar Joined(SeededBar bar, SeededBar next) =>
        bar with { High = Math.Max(bar.High, next.High), Low = Math.Min(bar.Low, next.Low), Close = next.Close, Volume = bar.Volume + next.Volume };

    // Smoothed between drawn heights, so that neighbours in time are neighbours in price.
    static double Noise(ulong salt, long now, long length)
    {
        var (step, within) = Math.DivRem(now, length);
        var part = within / (double)length;
        return Between(Height(salt, step), Height(salt, step + 1), part * part * (3 - (2 * part)));
    }

    static double Height(ulong salt, long step) => (new SplitMix(salt ^ unchecked((ulong)step * 0xD6E8FEB86659FD93)).Part() * 2) - 1;

    static double Between(double one, double other, double part) => one + ((other - one) * part);

    static DateTime Floor(DateTime time, TimeSpan length) => new(time.Ticks - (time.Ticks % length.Ticks), DateTimeKind.Utc);
}
