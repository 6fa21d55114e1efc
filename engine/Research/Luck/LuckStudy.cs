namespace Workbench.Research.Luck;

/// <summary>
/// Computes a report. Trials of the family beyond the matrix make it stricter: a search as large as the matrix was made trials/columns
/// times, so a chance p of one becomes 1 − (1 − p)^(trials/columns), as if those searches had nothing to do with each other.
/// </summary>
sealed class LuckStudy
{
    const int FewestRows = 30;
    const int FewReplicates = 2_000;
    const int ManyReplicates = 20_000;

    readonly ReturnsMatrix matrix;
    readonly LuckOptions options;
    readonly Sieve sieve;
    readonly long trials;

    public LuckStudy(ReturnsMatrix matrix, LuckOptions options)
    {
        Check("Alpha", "above 0 and below 1", options.Alpha, options.Alpha is > 0d and < 1d);
        Check("Replicates", "at least 1", options.Replicates ?? 1, options.Replicates is null or >= 1);
        Check("Block", "at least 1", options.Block ?? 1d, options.Block is null or >= 1d);
        Check("Trials", "0 or more", options.Trials, options.Trials >= 0);
        (this.matrix, this.options, sieve) = (matrix, options, new Sieve(matrix));
        trials = Math.Max(options.Trials, matrix.Columns.Count);
    }

    public LuckReport Report()
    {
        var evidence = Evidence();
        var stepwise = evidence.Tests?.Stepwise();
        var spa = evidence.Family(tests => tests.Consistent);
        return new LuckReport
        {
            Sentence = LuckTexts.Sentence(evidence),
            Verdict = spa.Value is not { } p ? LuckVerdict.Undecided : p <= options.Alpha ? LuckVerdict.Edge : LuckVerdict.Luck,
            Alpha = options.Alpha,
            Trials = trials,
            Columns = evidence.Columns,
            Periods = evidence.Rows,
            PeriodsPerYear = matrix.PeriodsPerYear,
            Block = evidence.Race is { } race ? race.Block : MetricValue.None(evidence.NoTests ?? LuckEvidence.NoWinner),
            Replicates = evidence.Tests?.Replicates ?? 0,
            Seed = options.Seed,
            Variants = [.. Enumerable.Range(0, sieve.Columns.Count).OrderByDescending(k => sieve.Ratios[k]).ThenBy(k => k).Select(k => Odds(k, stepwise, evidence))],
            LeftOut = sieve.LeftOut,
            Figures = LuckFigures.Of(evidence),
            Effective = Band(evidence),
            Haircuts = evidence.Winner is { } winner ? Haircuts.Of(sieve.Ratios, sieve.Best, winner.Rows, trials) : [],
            Overfitting = evidence.Overfitting,
            Warnings = [.. LuckTexts.Warnings(evidence)],
        };
    }

    LuckEvidence Evidence()
    {
        var evidence = new LuckEvidence
        {
            Matrix = matrix,
            Alpha = options.Alpha,
            Sieve = sieve,
            Trials = trials,
            Winner = sieve.Columns.Count == 0 ? null : Winner.Of(sieve.Columns[sieve.Best]),
        };
        return evidence.Winner is null ? evidence : Halves(Bootstrap(Spread(evidence)));
    }

    /// <summary>The spread of the trials' ratios: of the whole family where its ledger was given, else of these variants, else what chance gives one of them.</summary>
    LuckEvidence Spread(LuckEvidence evidence)
    {
        double[] ratios = [.. (options.TrialSharpes ?? sieve.Ratios).Where(double.IsFinite)];
        return ratios.Length > 1
            ? evidence with { Variance = Moments.Covariance(ratios, ratios), VarianceOf = ratios.Length }
            : evidence with { Variance = 1d / (matrix.Rows - 1) };
    }

    LuckEvidence Bootstrap(LuckEvidence evidence)
    {
        if (matrix.Rows < FewestRows)
        {
            return evidence with { NoTests = FormattableString.Invariant($"{matrix.Rows} periods are too few to resample: {FewestRows} are needed") };
        }

        var race = Race.Of(sieve.Columns, options.Block ?? BlockLength.Typical(sieve.Columns));
        var tests = new MaxTests(race);
        new Resampling(race).Each(new StationaryBootstrap(options.Seed, race.Rows, 1 / race.Block), options.Replicates ?? Enough(evidence), tests.Take);
        return evidence with { Race = race, Tests = tests };
    }

    /// <summary>So many that the smallest p-value they can give, widened to the family, is a fifth of the level.</summary>
    int Enough(LuckEvidence evidence) => (int)Math.Clamp(Math.Ceiling(5 * evidence.Times / options.Alpha), FewReplicates, ManyReplicates);

    LuckEvidence Halves(LuckEvidence evidence)
    {
        var distinct = sieve.Ratios.Distinct().Count();
        return distinct < Cscv.FewestVariants
            ? evidence with { NoOverfitting = FormattableString.Invariant($"too few variants: {distinct} that differ, {Cscv.FewestVariants} are needed") }
            : matrix.Rows < Cscv.FewestRows
            ? evidence with { NoOverfitting = FormattableString.Invariant($"{matrix.Rows} periods are too few to cut: {Cscv.FewestRows} are needed") }
            : evidence with { Overfitting = Cscv.Of(sieve.Columns) };
    }

    IReadOnlyList<EffectiveTrials> Band(LuckEvidence evidence) => evidence.Winner is { } winner
        ? new TrialBand(sieve.Columns, winner, evidence.Variance, trials, matrix.Columns.Count, options.Seed).All()
        : [];

    VariantOdds Odds(int k, double[]? stepwise, LuckEvidence evidence)
    {
        var odds = stepwise is null ? MetricValue.None(evidence.NoTests ?? LuckEvidence.NoWinner) : evidence.Widened(stepwise[k]);
        return new VariantOdds(sieve.Places[k], matrix.Names[sieve.Places[k]], sieve.Ratios[k], odds, odds.Value <= options.Alpha);
    }

    static void Check(string name, string rule, double value, bool holds)
    {
        if (!holds)
        {
            throw LuckErrors.BadOption(name, rule, value);
        }
    }
}
