namespace Workbench.Research;

/// <summary>The chapter of the report a metric stands in.</summary>
public enum MetricGroup
{
    /// <summary>What came out.</summary>
    Result,

    /// <summary>What it took to get there.</summary>
    Risk,

    /// <summary>The one related to the other.</summary>
    RiskAdjusted,

    /// <summary>Closed trades.</summary>
    Trades,

    /// <summary>What trading cost.</summary>
    Costs,

    /// <summary>How much was at stake for how long.</summary>
    Exposure,

    /// <summary>Shape of the daily returns.</summary>
    Distribution,

    /// <summary>Beside buying and holding.</summary>
    Benchmark,
}
