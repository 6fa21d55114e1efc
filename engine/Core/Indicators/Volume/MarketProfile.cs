namespace Workbench.Core;

/// <summary>
/// A profile of the last n bars over price (Peter Steidlmayer, 1985): where business was done rather than when. <see cref="Indicator.Value"/> is the
/// point of control, the level where most was done; of equals the one nearest the middle of the profile, then the lower. In quote currency.
/// </summary>
/// <remarks>A bar does not say where within it business was done: all of it counts at its close. Feed it with small bars. Each bar costs as many steps as the profile has bars.</remarks>
public abstract class MarketProfile : Study
{
    readonly decimal step;
    readonly double share;
    readonly PriceLadder ladder;
    double size = double.NaN;
    (long Low, long High) ends;
    (long Low, long High) area;

    private protected MarketProfile(FormattableString name, int length, decimal step, double share)
        : base(name, length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, 0m);
        this.step = step;
        this.share = share;
        ladder = new PriceLadder(length);
    }

    /// <summary>What was done at the point of control.</summary>
    public double PointSize => Shown(size);

    /// <summary>Highest level of the profile, in quote currency.</summary>
    public double High => Shown(Price(ends.High));

    /// <summary>Lowest level of the profile, in quote currency.</summary>
    public double Low => Shown(Price(ends.Low));

    /// <summary>VAH: highest level of the value area, which grows from the point of control by the busier neighbour, of equals the upper, until it holds its share. In quote currency.</summary>
    public double ValueAreaHigh => Shown(Price(area.High));

    /// <summary>VAL: lowest level of the value area, in quote currency.</summary>
    public double ValueAreaLow => Shown(Price(area.Low));

    private protected sealed override double Next(in Candle now, in Candle before)
    {
        // A level stands for the step that ends at it. Decimal, as a price on a level must not slip to the next by rounding.
        ladder.Add(new Rung((long)decimal.Ceiling((decimal)now.Close / step), Size(now)));
        var rungs = ladder.Rungs;
        ends = (rungs[0].Level, rungs[^1].Level);
        var point = PointOfControl(rungs);
        size = rungs[point].Size;
        area = ValueArea(rungs, point);
        return Price(rungs[point].Level);
    }

    /// <summary>What a bar adds at its level.</summary>
    private protected abstract double Size(in Candle bar);

    static int PointOfControl(ReadOnlySpan<Rung> rungs)
    {
        var (point, ends) = (0, rungs[0].Level + rungs[^1].Level);
        for (var i = 1; i < rungs.Length; i++)
        {
            var (rung, best) = (rungs[i], rungs[point]);
            var isNearer = Math.Abs(2 * rung.Level - ends) < Math.Abs(2 * best.Level - ends);
            point = rung.Size > best.Size || (rung.Size == best.Size && isNearer) ? i : point;
        }

        return point;
    }

    (long Low, long High) ValueArea(ReadOnlySpan<Rung> rungs, int point)
    {
        var wanted = share * Total(rungs);
        var (low, high, held) = (point, point, rungs[point].Size);
        while (held < wanted && high - low + 1 < rungs.Length)
        {
            var above = high + 1 < rungs.Length ? rungs[high + 1].Size : double.NegativeInfinity;
            var below = low > 0 ? rungs[low - 1].Size : double.NegativeInfinity;
            held += above >= below ? rungs[++high].Size : rungs[--low].Size;
        }

        return (rungs[low].Level, rungs[high].Level);
    }

    static double Total(ReadOnlySpan<Rung> rungs)
    {
        var total = 0d;
        foreach (var rung in rungs)
        {
            total += rung.Size;
        }

        return total;
    }

    double Price(long level) => (double)(level * step);
}
