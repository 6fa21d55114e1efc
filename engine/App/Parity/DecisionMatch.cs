using Workbench.Model;

namespace Workbench.App;

/// <summary>Finds for each decision of a session the same one of the backtest, and says of the rest why there is none.</summary>
/// <param name="tolerance">How far apart in time two that are the same may be, nanoseconds.</param>
/// <param name="heardAlike">Whether session and lake hold the same prices of an instrument just before an instant.</param>
sealed class DecisionMatch(long tolerance, Func<string, long, bool> heardAlike)
{
    readonly List<ParityDifference> differences = [];
    readonly List<(int Book, long Time)> parted = [];

    /// <summary>Where they differ.</summary>
    public IReadOnlyList<ParityDifference> Differences => [.. differences.OrderBy(static difference => (difference.Session ?? difference.Backtest)!.Time)];

    /// <summary>Matches them.</summary>
    /// <returns>How many both decided on.</returns>
    public int Match(IReadOnlyList<DecidedOrder> session, IReadOnlyList<DecidedOrder> backtest)
    {
        var pairs = Pair(session, backtest, out var onlySession, out var onlyBacktest);

        // In the order of time, since what parted them early explains what follows.
        var all = pairs.Select(static pair => (pair.Session.Time, Session: (DecidedOrder?)pair.Session, Backtest: (DecidedOrder?)pair.Backtest))
            .Concat(onlySession.Select(static one => (one.Time, Session: (DecidedOrder?)one, Backtest: (DecidedOrder?)null)))
            .Concat(onlyBacktest.Select(static one => (one.Time, Session: (DecidedOrder?)null, Backtest: (DecidedOrder?)one)));
        foreach (var (_, one, other) in all.OrderBy(static each => each.Time))
        {
            Judge(one, other);
        }

        return pairs.Count;
    }

    List<(DecidedOrder Session, DecidedOrder Backtest)> Pair(
        IReadOnlyList<DecidedOrder> session, IReadOnlyList<DecidedOrder> backtest, out List<DecidedOrder> onlySession, out List<DecidedOrder> onlyBacktest)
    {
        var pairs = new List<(DecidedOrder, DecidedOrder)>();
        var free = new bool[backtest.Count];
        Array.Fill(free, true);
        onlySession = [];
        var from = 0;
        foreach (var one in session)
        {
            while (from < backtest.Count && backtest[from].Time < one.Time - tolerance)
            {
                from++;
            }

            var best = -1;
            for (var i = from; i < backtest.Count && backtest[i].Time <= one.Time + tolerance; i++)
            {
                if (free[i] && one.IsAs(backtest[i]) && (best < 0 || Math.Abs(backtest[i].Time - one.Time) < Math.Abs(backtest[best].Time - one.Time)))
                {
                    best = i;
                }
            }

            if (best < 0)
            {
                onlySession.Add(one);
                continue;
            }

            free[best] = false;
            pairs.Add((one, backtest[best]));
        }

        onlyBacktest = [.. backtest.Where((_, i) => free[i])];
        return pairs;
    }

    void Judge(DecidedOrder? session, DecidedOrder? backtest)
    {
        if (session is not null && backtest is not null && session.EndedAs(backtest))
        {
            return;
        }

        var first = (session ?? backtest)!;
        differences.Add(new ParityDifference(Cause(session, backtest, first), session, backtest));
        if (session?.CumQty != backtest?.CumQty)
        {
            parted.Add((first.Book, first.Time));
        }
    }

    ParityCause Cause(DecidedOrder? session, DecidedOrder? backtest, DecidedOrder first) =>
        session is { Status: OrdStatus.Rejected, Reason: RejectReason.NotTrading or RejectReason.EntriesBlocked or RejectReason.NotSent or RejectReason.Killed or RejectReason.RiskLimit }
            ? ParityCause.NotTrading
        : session is not null && backtest is not null ? session.CumQty == backtest.CumQty ? ParityCause.Latency : ParityCause.FillModel
        : parted.Exists(earlier => earlier.Book == first.Book && earlier.Time <= first.Time) ? ParityCause.FillModel
        : !heardAlike(first.Symbol, first.Time) ? ParityCause.Data
        : ParityCause.Unexplained;
}
