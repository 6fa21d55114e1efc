using Workbench.Research.Search;

namespace Workbench.Research.Validation;

/// <summary>What became of a strategy on one adversarial tape.</summary>
/// <param name="Kind">What happened on it.</param>
/// <param name="Tape">Its name.</param>
/// <param name="Survived">Whether it was survived.</param>
/// <param name="Why">What was not; empty where it was.</param>
/// <param name="Drawdown">Deepest fall, as a share of the peak; null where the run failed.</param>
/// <param name="WorstEvent">Return over the periods of the event that cost most; null where none was touched.</param>
/// <param name="EquityEnd">Worth at the end, in account currency.</param>
public sealed record TapeOutcome(EventKind Kind, string Tape, bool Survived, string Why, double? Drawdown, double? WorstEvent, decimal EquityEnd)
{
    /// <summary>Holds what came out on a tape against what came out on the real one.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="real">On the real tape.</param>
    /// <param name="stressed">On this one.</param>
    /// <param name="clock">The clock of its returns.</param>
    /// <param name="terms">What surviving means.</param>
    public static TapeOutcome Of(AdversarialTape tape, VariantResult real, VariantResult stressed, PeriodClock clock, SurvivalTerms terms)
    {
        if (stressed.State != VariantState.Finished)
        {
            return new TapeOutcome(tape.Kind, tape.Name, false, stressed.Reason ?? "it did not finish", null, null, stressed.EquityEnd);
        }

        var (fell, allowed) = (stressed.Metric("maxDrawdown").Value ?? 0d, Math.Max(terms.DrawdownFloor, terms.DrawdownTimes * (real.Metric("maxDrawdown").Value ?? 0d)));
        var worst = WorstOf(tape, stressed.Returns, clock.Ends);
        var why = stressed.Metric("marginCalls").Value > 0d ? "margin call"
            : fell > allowed ? FormattableString.Invariant($"drawdown {fell:P2} beyond {allowed:P2}")
            : worst < -terms.EventLoss ? FormattableString.Invariant($"an event cost {-worst:P2}")
            : "";
        return new TapeOutcome(tape.Kind, tape.Name, why.Length == 0, why, fell, worst, stressed.EquityEnd);
    }

    static double? WorstOf(AdversarialTape tape, IReadOnlyList<double> returns, IReadOnlyList<long> ends)
    {
        double? worst = null;
        foreach (var when in tape.Events.Select(each => each.When))
        {
            var (growth, touched) = (1d, false);
            for (var i = 0; i < Math.Min(returns.Count, ends.Count); i++)
            {
                if (ends[i] >= when.From && (i == 0 || ends[i - 1] < when.To))
                {
                    (growth, touched) = (growth * (1d + returns[i]), true);
                }
            }

            worst = touched && !(worst <= growth - 1d) ? growth - 1d : worst;
        }

        return worst;
    }
}
