namespace Workbench.Platform.Tests.Resilience;

/// <summary>A clock that stands still until it is moved; timers that become due on the way ring in their order.</summary>
sealed class ManualTime : TimeProvider
{
    readonly Lock changing = new();
    readonly List<Bell> bells = [];
    DateTimeOffset now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (changing)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var bell = new Bell(this, () => callback(state));
        bell.Change(dueTime, period);
        return bell;
    }

    public void Advance(TimeSpan span)
    {
        var until = GetUtcNow() + span;
        while (Next(until) is { } bell)
        {
            bell.Ring();
        }

        lock (changing)
        {
            now = until;
        }
    }

    /// <summary>Moves the clock on, step by step, until a task is done.</summary>
    /// <returns>How far it had to move.</returns>
    public async Task<TimeSpan> Until(Task done, TimeSpan step, TimeSpan most)
    {
        var from = GetUtcNow();
        while (!done.IsCompleted)
        {
            // What runs between two timers may run on other threads; it gets real time to arrive at the next one.
            for (var turn = 0; turn < 10_000 && !done.IsCompleted && (turn < 5 || !IsAwaited); turn++)
            {
                await Task.Delay(1);
            }

            if (!done.IsCompleted)
            {
                Assert.True(GetUtcNow() - from < most, "It takes longer than it may.");
                Advance(step);
            }
        }

        return GetUtcNow() - from;
    }

    bool IsAwaited
    {
        get
        {
            lock (changing)
            {
                return bells.Count > 0;
            }
        }
    }

    Bell? Next(DateTimeOffset until)
    {
        lock (changing)
        {
            var next = bells.Where(bell => bell.Due <= until).MinBy(bell => bell.Due);
            if (next is not null)
            {
                now = next.Due;
                bells.Remove(next);
            }

            return next;
        }
    }

    sealed class Bell(ManualTime time, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Assert.True(period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero, "Nobody here repeats timers.");
            lock (time.changing)
            {
                time.bells.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time.now + dueTime;
                    time.bells.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
