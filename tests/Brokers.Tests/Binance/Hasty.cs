namespace Workbench.Brokers.Tests.Binance;

/// <summary>A clock whose waits are shorter than they say: half an hour passes in a moment, while the time of day stays right.</summary>
sealed class Hasty(int factor) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Shortened(base.CreateTimer(callback, state, Short(dueTime), Short(period)), this);

    TimeSpan Short(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / factor;

    sealed class Shortened(ITimer timer, Hasty clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Short(dueTime), clock.Short(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
