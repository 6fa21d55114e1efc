namespace Workbench.Core;

/// <summary>Tells of risk: into the output log, and to whoever takes the run's results.</summary>
sealed class RiskAlerts(OutputLog log, IRunSink sink, ReplayClock clock)
{
    /// <summary>Tells of a figure and its limit.</summary>
    public void Tell(RiskLevel level, RiskRule rule, Market? market, decimal figure, decimal limit, RiskAction action, string reason)
    {
        var said = new RiskAlert(clock.Nanos, level, rule, figure, limit, action, market?.Instrument.Symbol ?? "", reason);
        log.Alert(market, in said);
        sink.Alert(in said);
    }

    /// <summary>Tells of a command.</summary>
    public void Tell(RiskLevel level, RiskAction action, string reason) => Tell(level, RiskRule.Command, null, 0m, 0m, action, reason);
}
