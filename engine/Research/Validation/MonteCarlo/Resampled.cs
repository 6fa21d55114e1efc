using Workbench.Research.Luck;

namespace Workbench.Research.Validation;

/// <summary>Monte Carlo on what a run left behind, without running it again. A lucky sample stays lucky: none of these says whether there is an edge.</summary>
public static class Resampled
{
    /// <summary>
    /// Trades in another order. Their sum stays what it is, so drawdown is all that it tells; what trades went through while they were
    /// open is not in it.
    /// </summary>
    /// <param name="trades">Closed trades in the order of their exits.</param>
    /// <param name="start">Money at the start.</param>
    /// <param name="repeats">Repetitions.</param>
    /// <param name="seed">Seed of the orders.</param>
    public static Repetitions Shuffle(IReadOnlyList<RoundTrip> trades, decimal start, int repeats, long seed)
    {
        double[] nets = [.. trades.Select(trade => (double)(trade.NetPnl / start))];
        var (dice, falls) = (new SeededRandom(seed), new double[repeats]);
        var asItRan = Fall(nets);
        for (var i = 0; i < repeats; i++)
        {
            dice.Shuffle(nets);
            falls[i] = Fall(nets);
        }

        return new Repetitions
        {
            Name = "trades shuffled",
            Count = trades.Count < 2 ? 0 : repeats,
            Drawdown = trades.Count < 2 ? null : Spread.Of(falls),
            Note = trades.Count < 2 ? "fewer than two trades" : FormattableString.Invariant($"between closed trades; as they came {asItRan:P2}{Overlaps(trades)}"),
        };
    }

    /// <summary>Periods drawn in blocks, so that what hangs together in time stays together: the stationary bootstrap of Politis and Romano.</summary>
    /// <param name="returns">Returns per period.</param>
    /// <param name="repeats">Repetitions.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static Repetitions Blocks(IReadOnlyList<double> returns, int repeats, long seed)
    {
        double[] r = [.. returns];
        if (r.Length < 10 || r.All(value => value == r[0]))
        {
            return new Repetitions { Name = "periods in blocks", Count = 0, Note = "fewer than ten periods, or all alike" };
        }

        // For risk the length is that of the squares, whose memory is the longer one.
        var length = Math.Max(1d, BlockLength.Stationary([.. r.Select(value => value * value)]));
        var bootstrap = new StationaryBootstrap(seed, r.Length, 1d / length);
        var (rows, drawn) = (new int[r.Length], new List<double[]>(repeats));
        for (var i = 0; i < repeats; i++)
        {
            bootstrap.Draw(rows);
            drawn.Add([.. rows.Select(row => r[row])]);
        }

        return new Repetitions
        {
            Name = FormattableString.Invariant($"periods in blocks of {length:0.#}"),
            Count = repeats,
            Return = Spread.Of(drawn.Select(each => ReturnFormulas.Compounded(each))),
            Drawdown = Spread.Of(drawn.Select(each => Slice.Drawdown(each))),
            Losing = (double)drawn.Count(each => ReturnFormulas.Compounded(each) < 0d) / repeats,
            Fan = Fan.Of(drawn),
        };
    }

    static double Fall(double[] nets)
    {
        var (worth, peak, deepest) = (1d, 1d, 0d);
        foreach (var net in nets)
        {
            worth += net;
            peak = Math.Max(peak, worth);
            deepest = Math.Max(deepest, 1d - worth / peak);
        }

        return deepest;
    }

    /// <summary>Trades that were open at one time did not come one after the other, and a shuffle that says so flatters.</summary>
    static string Overlaps(IReadOnlyList<RoundTrip> trades)
    {
        var (overlapping, until) = (0, long.MinValue);
        foreach (var trade in trades.OrderBy(trade => trade.EntryTime))
        {
            overlapping += trade.EntryTime < until ? 1 : 0;
            until = Math.Max(until, trade.ExitTime);
        }

        return overlapping == 0 ? "" : FormattableString.Invariant($"; {overlapping} overlap earlier ones and are no sequence");
    }

    static void Shuffle(this SeededRandom dice, double[] values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var other = dice.Next(i + 1);
            (values[i], values[other]) = (values[other], values[i]);
        }
    }
}
