using Workbench.Research;

namespace Workbench.App;

/// <summary>What a backtest lets one expect of a session.</summary>
/// <param name="Run">Name of the run.</param>
/// <param name="WinRate">Share of its closed trades that won.</param>
/// <param name="ProfitPerTrade">Net profit of its closed trades over their number, in account currency.</param>
sealed record Expectation(string Run, double WinRate, double ProfitPerTrade)
{
    /// <summary>Of a run.</summary>
    public static Expectation Of(RunDocument run)
    {
        double Figure(MetricDefinition wanted) => run.Metrics.FirstOrDefault(metric => metric.Definition.Key == wanted.Key)?.Value ?? 0d;
        return new Expectation(run.Identity.RunId, Figure(MetricCatalog.WinRate), Figure(MetricCatalog.Expectancy));
    }

    /// <summary>How many standard errors a win rate over so many trades is off the expected one: the normal approximation of the binomial.</summary>
    public double StandardErrorsOff(double winRate, long trades) =>
        trades == 0 || WinRate is 0d or 1d ? 0d : (winRate - WinRate) / Math.Sqrt(WinRate * (1d - WinRate) / trades);
}
