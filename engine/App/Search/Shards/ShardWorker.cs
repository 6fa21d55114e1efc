using System.Diagnostics;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// One attempt at one shard. It keeps the rules of the plan under whatever scheduler started it: no work where a result is there, no attempt
/// where they are used up, an exit that says whether another one makes sense.
/// </summary>
sealed class ShardWorker(ShardFolder folder, RetryRule rule, Func<IShardPlan> open, CancellationToken stop)
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Runs a shard, and says what to tell the scheduler.</summary>
    /// <param name="index">The shard.</param>
    /// <param name="say">Told, in one line, what became of it.</param>
    public ShardExit Run(int index, Action<string> say)
    {
        if (folder.Results.Has(index))
        {
            say(FormattableString.Invariant($"shard {index}: its result is there."));
            return ShardExit.Done;
        }

        if (folder.DeadOf(index) is { } dead)
        {
            say(FormattableString.Invariant($"shard {index} was given up: {dead.Reason}"));
            return dead.ExitCode;
        }

        var before = folder.Attempts.Of(index);
        if (rule.GivesUp(before) is { } why)
        {
            say(FormattableString.Invariant($"shard {index} is given up: {why}"));
            folder.Bury(new DeadLetter(index, ShardExit.Poison, why, before.Count));
            return ShardExit.Poison;
        }

        return Attempt(index, say);
    }

    ShardExit Attempt(int index, Action<string> say)
    {
        var attempt = folder.Attempts.Begin(index, ShardScheduler.Attempt);
        var end = Work(index);
        say(FormattableString.Invariant($"shard {index}, attempt {attempt.Number}: {end.Reason}"));
        folder.Attempts.End(index, attempt.Number, end);
        if (end.ExitCode is ShardExit.Poison or ShardExit.NoInput or ShardExit.OtherEngine)
        {
            folder.Bury(new DeadLetter(index, end.ExitCode, end.Reason, attempt.Number));
        }

        return end.ExitCode;
    }

    ShardEnd Work(int index)
    {
        using var watch = new CancelWatch(folder, Look, stop);
        try
        {
            var plan = open();
            if (index < 0 || index >= plan.Count)
            {
                throw ShardErrors.BadIndex(index, plan.Count);
            }

            var (done, total) = (0, plan.VariantsOf(index));
            using var pulse = new Timer(_ => Pulse(index, Volatile.Read(ref done), total), null, TimeSpan.Zero, 2 * Look);
            var bytes = plan.Run(index, () => Interlocked.Increment(ref done), watch.Token);
            watch.Token.ThrowIfCancellationRequested();
            folder.Results.Commit(index, bytes);
            return End(ShardExit.Done, "done", isFault: false);
        }
        catch (OperationCanceledException) when (watch.Token.IsCancellationRequested)
        {
            return folder.IsCancelled
                ? End(ShardExit.Cancelled, "the plan was cancelled", isFault: false)
                : End(ShardExit.Transient, "told to end by a signal, as when a node is drained", isFault: false);
        }
        catch (WorkbenchException error)
        {
            return End(ExitOf(error), error.Message.Split('\n')[0], isFault: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return End(ShardExit.Transient, error.Message, isFault: true);
        }
        catch (Exception error)
        {
            return End(ShardExit.Internal, $"{error.GetType().Name}: {error.Message}", isFault: true);
        }
    }

    /// <summary>Progress is decoration: a disk that refuses it refuses the result, too, and that is where it counts.</summary>
    void Pulse(int index, int done, int total)
    {
        try
        {
            folder.Report(index, new ShardProgress(done, total, UtcNanos.ToIso(UtcNanos.From(DateTime.UtcNow))));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Nothing to do.
        }
    }

    static ShardExit ExitOf(WorkbenchException error) => error.Code == ShardErrors.OtherEngineCode ? ShardExit.OtherEngine : error.Exit switch
    {
        ExitCode.Usage => ShardExit.Usage,
        ExitCode.Data or ExitCode.NotFound => ShardExit.NoInput,
        _ => ShardExit.Poison,
    };

    static ShardEnd End(ShardExit exit, string reason, bool isFault)
    {
        using var process = Process.GetCurrentProcess();
        return new ShardEnd(exit, reason, isFault, Math.Round(process.TotalProcessorTime.TotalSeconds, 2), Math.Round(process.PeakWorkingSet64 / 1048576d, 1));
    }
}
