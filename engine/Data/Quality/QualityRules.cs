namespace Workbench.Data.Quality;

/// <summary>The thresholds of the check, all in one place. data/README.md explains each and says how often it is wrong on clean data.</summary>
static class QualityRules
{
    /// <summary>Share of a day's ticks with bid above ask from which it is refused: what an import bears, too.</summary>
    public const double CrossedRefused = 0.01;

    /// <summary>Share of a day's ticks with bid equal to ask from which it is worth a word. Feeds without spread exist, so it refuses nothing.</summary>
    public const double LockedWarned = 0.01;

    /// <summary>Share of repeated quotes from which it is worth a word: some sources stamp whole seconds.</summary>
    public const double DuplicatesWarned = 0.01;

    /// <summary>Share of repeated quotes from which a day is refused: half of a file that was read twice.</summary>
    public const double DuplicatesRefused = 0.25;

    /// <summary>The same for prints, of which an order that meets several others of one size makes equal ones at one instant.</summary>
    public const double RepeatedPrintsWarned = 0.4;

    /// <summary>Shortest run of one quote that can be stale.</summary>
    public const long StaleAfter = 15 * UtcNanos.Minute;

    /// <summary>Shortest run of flat bars that can be stale.</summary>
    public const long FlatAfter = UtcNanos.Hour;

    /// <summary>Events a stale run has at least: where fewer come, it is the market that is quiet, or a gap.</summary>
    public const int StaleEvents = 10;

    /// <summary>A run is stale only where it lasts so many times as long as runs do on average: slow markets are slow every day.</summary>
    public const int StaleRuns = 50;

    /// <summary>Share of a day's open hours in stale runs from which it is refused.</summary>
    public const double StaleRefused = 0.5;

    /// <summary>Distance from the median of its neighbours that makes an outlier, in their median absolute deviations.</summary>
    public const int OutlierDeviations = 10;

    /// <summary>The same in usual spreads: below that any quote may move.</summary>
    public const int OutlierSpreads = 10;

    /// <summary>The same as a share of the price: what is nearer is never an outlier.</summary>
    public const double OutlierShare = 0.0005;

    /// <summary>Spread that makes an outlier, in usual spreads.</summary>
    public const int WideSpreads = 50;

    /// <summary>Spread that is never an outlier, as a share of the price.</summary>
    public const double WideShare = 0.0025;

    /// <summary>How far a bar's high or low reaches beyond its neighbours' closes, in usual ranges, to be an outlier.</summary>
    public const int SpikeRanges = 10;

    /// <summary>The same as a share of the price: a wick below that may be anything.</summary>
    public const double SpikeShare = 0.005;

    /// <summary>Share of a day's events that are outliers from which it is refused.</summary>
    public const double OutliersRefused = 0.001;

    /// <summary>Outliers that are needed for that.</summary>
    public const int OutliersRefusedLeast = 10;

    /// <summary>Distance from its neighbours, as a share of the price, from which one outlier alone refuses its day.</summary>
    public const double WildShare = 0.1;

    /// <summary>Share of a day's ticks or prints in closed hours from which it is worth a word. Brokers' hours differ by minutes.</summary>
    public const double ClosedWarned = 0.05;

    /// <summary>Longest gap that is told on each of its days; of a longer one only its first day tells.</summary>
    public const long LongestToldGap = 31 * UtcNanos.Day;
}
