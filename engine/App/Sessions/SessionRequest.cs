using Workbench.Core;

namespace Workbench.App;

/// <summary>What <c>paper</c> or <c>live</c> was asked for.</summary>
sealed record SessionRequest
{
    /// <summary>Scripts, parameters, money and data, as for a backtest.</summary>
    public required BacktestRequest Run { get; init; }

    /// <summary>Paper or live.</summary>
    public required RunMode Mode { get; init; }

    /// <summary>Where prices come from: <c>lake</c> or a venue.</summary>
    public required string Feed { get; init; }

    /// <summary>Where orders go; empty for the simulated venue in the engine.</summary>
    public string Broker { get; init; } = "";

    /// <summary>The user's name for the keys.</summary>
    public string Account { get; init; } = "";

    /// <summary>Address of a simulator, or <c>on</c> for one in this process; null for the venue itself.</summary>
    public string? Sim { get; init; }

    /// <summary>Typed confirmation of a live account; null where a person is to be asked.</summary>
    public string? Confirm { get; init; }

    /// <summary>History that is shown to scripts before, nanoseconds.</summary>
    public long WarmUpNanos { get; init; }

    /// <summary>Whether no source is asked, for history before or for news while it runs.</summary>
    public bool NoFetch { get; init; }

    /// <summary>How often sources are asked for news, sentiment and calendars while it runs, nanoseconds; 0 for as often as their budgets allow.</summary>
    public long AskEveryNanos { get; init; }

    /// <summary>How long it runs, nanoseconds; 0 until it is told to end.</summary>
    public long ForNanos { get; init; }

    /// <summary>Whether a session that did not end is left alone and a new one begun.</summary>
    public bool Fresh { get; init; }

    /// <summary>Longest silence of prices, seconds.</summary>
    public double StaleSeconds { get; init; }

    /// <summary>The promotion under which it runs; null for none.</summary>
    public Promotion? Promotion { get; init; }

    /// <summary>The backtest that it is held against while it runs; null for none.</summary>
    public string? Expect { get; init; }
}
