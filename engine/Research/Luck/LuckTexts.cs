namespace Workbench.Research.Luck;

/// <summary>The verdict in words, and what a reader must know before it.</summary>
static class LuckTexts
{
    const double FewBlocks = 100d;

    /// <summary>All in one sentence.</summary>
    public static string Sentence(LuckEvidence all)
    {
        var spa = all.Family(tests => tests.Consistent);
        if (spa.Value is not { } p || all.Family(tests => tests.White).Value is not { } white)
        {
            return FormattableString.Invariant($"{Trials(all.Trials)}, and no odds: {spa.Reason}.");
        }

        var verdict = p <= all.Alpha ? "more than luck" : "no more than luck";
        return FormattableString.Invariant($"{Trials(all.Trials)}; a best this good comes by luck in {Often(p)} such searches (White's check: {Often(white)}): {verdict} at {all.Alpha * 100:0.##} %.");
    }

    public static IEnumerable<string> Warnings(LuckEvidence all)
    {
        if (all.Trials > all.Columns)
        {
            yield return FormattableString.Invariant($"{all.Trials - all.Columns:N0} of the family's {all.Trials:N0} trials are not among these {all.Columns:N0}: odds are widened as if searches like this one had been made {all.Times:0.#} times.");
        }

        if (all.Sieve.LeftOut.Count > 0)
        {
            yield return FormattableString.Invariant($"{all.Sieve.LeftOut.Count:N0} of {all.Columns:N0} variants have no figures and still count as trials.");
        }

        if (all.Race is { } race && race.Rows / race.Block < FewBlocks)
        {
            yield return FormattableString.Invariant($"{race.Rows:N0} periods are few for blocks of {race.Block:0.#}: Hansen's test is too easily convinced here, look at White's.");
        }

        if (all.Tests is { } tests)
        {
            foreach (var warning in OfTests(all, tests))
            {
                yield return warning;
            }
        }
    }

    static IEnumerable<string> OfTests(LuckEvidence all, MaxTests tests)
    {
        var floor = all.Widened(tests.P(0));
        if (floor > all.Alpha)
        {
            yield return FormattableString.Invariant($"{tests.Replicates:N0} resamples cannot show odds below {floor:0.0000} for such a family: take more.");
        }

        var (spa, white) = (all.Widened(tests.P(tests.Consistent)), all.Widened(tests.P(tests.White)));
        if (spa <= all.Alpha != white <= all.Alpha)
        {
            yield return "Hansen's and White's tests do not agree: the verdict is close, or bad variants blunt White's.";
        }
    }

    static string Trials(long count) => count == 1 ? "1 trial" : FormattableString.Invariant($"{count:N0} trials");

    /// <summary>A chance as people count: 25 of 100, 3 of 1,000.</summary>
    static string Often(double chance)
    {
        var of = chance >= 0.095 ? 100 : chance >= 0.0095 ? 1_000 : 10_000;
        var times = Math.Round(chance * of);
        return times < 1d
            ? FormattableString.Invariant($"fewer than 1 of {of:N0}")
            : FormattableString.Invariant($"{times:0} of {of:N0}");
    }
}
