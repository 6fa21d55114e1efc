namespace Workbench.Platform.Resilience;

/// <summary>
/// One limit: what was spent within the window. It is exact and not a leaky estimate, since a venue that counts hard bans hard:
/// in no stretch as long as the window more is sent than the limit. Not for two threads at once.
/// </summary>
sealed class RateBucket(RateRule rule)
{
    readonly Queue<(TimeSpan At, int Weight)> spent = [];
    long window;
    int used;

    public RateRule Rule { get; private set; } = rule;

    /// <summary>Whether a rule limits the same thing over the same window.</summary>
    public bool IsOf(RateRule other) => (other.Bucket, other.Window, other.FollowsClock) == (Rule.Bucket, Rule.Window, Rule.FollowsClock);

    /// <summary>Goes on with another limit.</summary>
    public RateBucket With(RateRule other)
    {
        Rule = other;
        return this;
    }

    /// <summary>What may be spent in a window by a call; at least one, or a small limit with a reserve would let nothing through.</summary>
    int Allowed(bool isUrgent) => isUrgent ? Rule.Limit : Math.Max(1, (int)Math.Floor(Rule.Limit * (1 - Rule.Reserve) + 1e-9));

    public int Used(RateClock now)
    {
        Forget(now);
        return used;
    }

    /// <summary>How long a call has to wait; <see cref="TimeSpan.MaxValue"/> where it would for ever.</summary>
    public TimeSpan Wait(int weight, bool isUrgent, RateClock now)
    {
        Forget(now);
        var allowed = Allowed(isUrgent);
        if (weight == 0 || used + weight <= allowed)
        {
            return TimeSpan.Zero;
        }

        return weight > allowed ? TimeSpan.MaxValue : Rule.FollowsClock ? TillNextWindow(now) : TillExpired(used + weight - allowed, now);
    }

    /// <summary>Spends.</summary>
    /// <returns>The window in which it was spent, for <see cref="Learn"/>.</returns>
    public long Charge(int weight, RateClock now)
    {
        Forget(now);
        Spend(weight, now);
        return window;
    }

    /// <summary>
    /// Takes over the venue's own count where it is higher: others may share the limit with us. A lower one is not believed,
    /// since answers overtake each other, nor one that may speak of a window gone by.
    /// </summary>
    public void Learn(int count, long chargedIn, RateClock now)
    {
        Forget(now);
        if (chargedIn == window && count > used)
        {
            Spend(count - used, now);
        }
    }

    void Spend(int weight, RateClock now)
    {
        used += weight;
        if (!Rule.FollowsClock && weight > 0)
        {
            spent.Enqueue((now.Running, weight));
        }
    }

    void Forget(RateClock now)
    {
        if (!Rule.FollowsClock)
        {
            while (spent.TryPeek(out var oldest) && oldest.At + Rule.Window <= now.Running)
            {
                used -= spent.Dequeue().Weight;
            }

            return;
        }

        // A clock that was set back stays in the window that it was in.
        var current = now.Utc.Ticks / Rule.Window.Ticks;
        if (current > window)
        {
            (window, used) = (current, 0);
        }
    }

    TimeSpan TillNextWindow(RateClock now) => TimeSpan.FromTicks((window + 1) * Rule.Window.Ticks - now.Utc.Ticks);

    TimeSpan TillExpired(int weight, RateClock now)
    {
        foreach (var (at, each) in spent)
        {
            weight -= each;
            if (weight <= 0)
            {
                return at + Rule.Window - now.Running;
            }
        }

        return TimeSpan.Zero;
    }
}
