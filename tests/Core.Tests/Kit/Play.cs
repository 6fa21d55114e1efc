namespace Workbench.Core.Tests.Kit;

/// <summary>Runs a strategy over tapes and hands back what came of it.</summary>
static class Play
{
    public static (RunResult Result, RecordingSink Sink) Run(RunConfig config, Strategy strategy, params Tape[] tapes)
    {
        var sink = new RecordingSink();
        return (new Engine(config, strategy, tapes, sink).Run(), sink);
    }

    public static (RunResult Result, RecordingSink Sink) Run(Strategy strategy, params TickRow[] ticks) =>
        Run(Given.Usd, strategy, Tapes.Ticks(Given.EurUsd, ticks));

    public static (RunResult Result, RecordingSink Sink) RunBars(Strategy strategy, params BarRow[] bars) =>
        Run(Given.Usd, strategy, Tapes.Bars(Given.EurUsd, Bars.Minutes(1), bars));
}
