namespace Workbench.Research.Luck;

/// <summary>All that was computed before it is put into words.</summary>
sealed record LuckEvidence
{
    /// <summary>Why there is no winner.</summary>
    public const string NoWinner = "no variant has returns that vary";

    public required ReturnsMatrix Matrix { get; init; }

    public required double Alpha { get; init; }

    public required Sieve Sieve { get; init; }

    /// <summary>Trials of the family, at least as many as the matrix has columns.</summary>
    public required long Trials { get; init; }

    /// <summary>The best variant's figures; null where none has any.</summary>
    public required Winner? Winner { get; init; }

    /// <summary>The variants in the bootstrap, and the tests that it fed; null where none was drawn, and why.</summary>
    public Race? Race { get; init; }

    public MaxTests? Tests { get; init; }

    public string? NoTests { get; init; }

    /// <summary>Variance of the trials' Sharpe ratios, and how many it was taken over; 0 of them: none was known, and it is that of pure chance.</summary>
    public double Variance { get; init; }

    public int VarianceOf { get; init; }

    /// <summary>The halves; null where they say nothing, and why.</summary>
    public Overfitting? Overfitting { get; init; }

    public string? NoOverfitting { get; init; }

    public int Columns => Matrix.Columns.Count;

    public int Rows => Matrix.Rows;

    /// <summary>How many times over the family holds the matrix.</summary>
    public double Times => Columns == 0 ? 1d : (double)Trials / Columns;

    /// <summary>Sharpe ratio per period that the best of the family is expected to show, were all worthless.</summary>
    public double ExpectedMaximum => SharpeOdds.ExpectedMaximum(Trials, Variance);

    /// <summary>p-value of a test within the matrix.</summary>
    public MetricValue Search(Func<MaxTests, int> count) => Tests is { } tests ? tests.P(count(tests)) : MetricValue.None(NoTests ?? NoWinner);

    /// <summary>The same for the whole family: as if a search like this had been made as often as the family holds it, each with a chance of its own.</summary>
    public MetricValue Family(Func<MaxTests, int> count) => Search(count).Then(p => Widened(p));

    public double Widened(double p) => Times > 1d ? Corrections.Sidak(p, Times) : p;
}
