using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>One variant at work: its engine, and what it has earned in each period. Whatever its script does wrong is its own result.</summary>
/// <param name="variant">What runs.</param>
/// <param name="setup">What it shares with the others.</param>
/// <param name="clock">When its equity is looked at.</param>
/// <param name="points">Samples of equity to expect.</param>
/// <param name="cancel">Ends it.</param>
sealed class Runner(FieldVariant variant, FieldSetup setup, FieldClock clock, int points, CancellationToken cancel)
{
    readonly RunnerSink sink = new(points);
    readonly PeriodReturns returns = new(clock, setup.Stop);
    Engine? engine;
    VariantResult? result;

    /// <summary>What it came to; null while it runs.</summary>
    public VariantResult? Result => Volatile.Read(ref result);

    /// <summary>Samples of equity so far.</summary>
    public int Points => sink.Statistics.Points;

    /// <summary>Rises with every event that the script has handled, for whoever watches from another thread.</summary>
    public long Beat => engine?.Progress.Beat ?? 0;

    /// <summary>Makes the strategy, and lets it register what it needs.</summary>
    public void Begin(IReadOnlyList<Tape> tapes) => Guarded(() =>
    {
        engine = new Engine(variant.Config ?? setup.Config, variant.Create(), tapes, sink);
        engine.Begin(cancel);
        returns.Begin(engine.Equity);
    });

    /// <summary>Goes on to an instant, and looks at equity at the end of each period that lies before.</summary>
    public void Advance(long to) => Guarded(() =>
    {
        var goesOn = true;
        while (goesOn && returns.Next <= to)
        {
            goesOn = engine!.Advance(returns.Next);
            if (goesOn && returns.Take(engine.Equity, engine.Fills) is { } hopeless)
            {
                End(VariantState.Stopped, hopeless);
                return;
            }
        }

        if (!goesOn || !engine!.Advance(to))
        {
            End(VariantState.Finished, null);
        }
    });

    /// <summary>Its script did not come back: the result stands, whatever it may still do.</summary>
    /// <returns>False where it was over already.</returns>
    public bool GiveUp() => Settle(Failed(CliErrors.HandlerStuck(Where(), setup.EventTimeout).Message));

    void Guarded(Action step)
    {
        if (Result is not null)
        {
            return;
        }

        try
        {
            step();
        }
        catch (Exception error) when (!(error is OperationCanceledException && cancel.IsCancellationRequested))
        {
            Settle(Failed(Why(error)));
        }
    }

    void End(VariantState state, string? reason)
    {
        var run = engine!.End();
        using var _ = sink;
        returns.End(run.EndEquity);
        Settle(new VariantResult
        {
            Key = variant.Key,
            Settings = variant.Settings,
            State = state,
            Reason = reason,
            EventLogHash = state == VariantState.Finished ? run.EventLogHash : null,
            BehaviourHash = sink.Behaviour.Take(),
            Fills = run.Fills,
            Trades = run.Trades,
            EquityStart = run.StartEquity,
            EquityEnd = run.EndEquity,
            Metrics = RunReport.MetricsOf(sink.Statistics, run, VariantsTried.One).ToDictionary(
                metric => metric.Definition.Key, metric => metric.Value is { } value ? value : MetricValue.None(metric.Reason ?? "undefined"), StringComparer.Ordinal),
            Returns = returns.All,
        });
    }

    bool Settle(VariantResult came) => Interlocked.CompareExchange(ref result, came, null) is null;

    VariantResult Failed(string reason) => new() { Key = variant.Key, Settings = variant.Settings, State = VariantState.Failed, Reason = reason };

    /// <summary>In the words of a single backtest; the rest is where it happened, in many lines, and that tells it.</summary>
    string Why(Exception error)
    {
        var told = error is WorkbenchException || setup.Scripts.Count == 0 ? error : Scripting.ScriptFailure.From(error, setup.Scripts);
        var first = told.Message.Split('\n')[0].TrimEnd();
        return told is WorkbenchException ? first : $"{told.GetType().Name}: {first}";
    }

    string Where() => engine is { Progress.Events: > 0 } ? UtcNanos.ToIso(engine.Progress.Nanos) : "the start of the run";
}
