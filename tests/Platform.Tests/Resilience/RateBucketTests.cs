namespace Workbench.Platform.Tests.Resilience;

public sealed class RateBucketTests
{
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    static readonly RateRule Sliding = new("requests", 10, Second) { Reserve = 0.2 };
    static readonly RateRule Clock = new("weight", 100, TimeSpan.FromMinutes(1)) { FollowsClock = true, Reserve = 0.1 };

    readonly ManualTime time = new();

    readonly long start;

    public RateBucketTests() => start = time.GetTimestamp();

    RateClock Now => RateClock.Now(time, start);

    [Fact]
    public void The_reserve_is_kept_for_urgent_calls()
    {
        var bucket = new RateBucket(Sliding);
        bucket.Charge(8, Now);

        Assert.Equal(Second, bucket.Wait(1, isUrgent: false, Now));
        Assert.Equal(TimeSpan.Zero, bucket.Wait(2, isUrgent: true, Now));
        Assert.Equal(Second, bucket.Wait(3, isUrgent: true, Now));
    }

    [Fact]
    public void A_window_that_slides_frees_what_was_spent_when_its_time_has_passed()
    {
        var bucket = new RateBucket(Sliding);
        bucket.Charge(4, Now);
        time.Advance(Second / 2);
        bucket.Charge(4, Now);

        Assert.Equal(Second / 2, bucket.Wait(4, isUrgent: false, Now));
        Assert.Equal(Second, bucket.Wait(5, isUrgent: false, Now));
        time.Advance(Second / 2);
        Assert.Equal(4, bucket.Used(Now));
    }

    [Fact]
    public void A_window_of_the_clock_is_new_with_the_full_minute()
    {
        time.Advance(TimeSpan.FromSeconds(50));
        var bucket = new RateBucket(Clock);
        bucket.Charge(90, Now);

        Assert.Equal(TimeSpan.FromSeconds(10), bucket.Wait(1, isUrgent: false, Now));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.Zero, bucket.Wait(90, isUrgent: false, Now));
    }

    [Fact]
    public void A_call_heavier_than_all_that_is_allowed_waits_for_ever()
    {
        Assert.Equal(TimeSpan.MaxValue, new RateBucket(Clock).Wait(91, isUrgent: false, Now));
        Assert.Equal(TimeSpan.Zero, new RateBucket(Clock).Wait(91, isUrgent: true, Now));
    }

    [Fact]
    public void A_limit_of_one_lets_one_through_in_spite_of_its_reserve() =>
        Assert.Equal(TimeSpan.Zero, new RateBucket(new RateRule("one", 1, Second)).Wait(1, isUrgent: false, Now));

    [Fact]
    public void The_venue_s_own_count_is_taken_over_where_it_is_higher()
    {
        var bucket = new RateBucket(Clock);
        var window = bucket.Charge(1, Now);

        bucket.Learn(80, window, Now);
        Assert.Equal(80, bucket.Used(Now));
        bucket.Learn(50, window, Now);
        Assert.Equal(80, bucket.Used(Now));
    }

    [Fact]
    public void A_count_that_comes_with_the_next_window_is_not_believed_of_it()
    {
        var bucket = new RateBucket(Clock);
        var window = bucket.Charge(1, Now);
        time.Advance(TimeSpan.FromMinutes(1));

        bucket.Learn(99, window, Now);

        Assert.Equal(0, bucket.Used(Now));
    }

    [Fact]
    public void In_no_stretch_as_long_as_the_window_more_is_spent_than_the_limit()
    {
        var seed = Environment.TickCount;
        var dice = new Random(seed);
        var bucket = new RateBucket(Sliding);
        var spent = new List<(TimeSpan At, int Weight)>();
        for (var step = 0; step < 5000; step++)
        {
            time.Advance(TimeSpan.FromMilliseconds(dice.Next(0, 200)));
            var weight = dice.Next(1, 5);
            var isUrgent = dice.Next(5) == 0;
            if (bucket.Wait(weight, isUrgent, Now) == TimeSpan.Zero)
            {
                bucket.Charge(weight, Now);
                spent.Add((Now.Running, weight));
            }

            var within = spent.Where(each => each.At > Now.Running - Second).Sum(each => each.Weight);
            Assert.True(within <= 10, $"seed {seed}, step {step}: {within} in one second");
        }

        Assert.True(spent.Count > 1000, $"seed {seed}: only {spent.Count} went");
    }

    [Fact]
    public void A_wait_is_exactly_as_long_as_it_must_be()
    {
        var seed = Environment.TickCount;
        var dice = new Random(seed);
        foreach (var rule in new[] { Sliding, Clock })
        {
            var bucket = new RateBucket(rule);
            for (var step = 0; step < 2000; step++)
            {
                var weight = dice.Next(1, 8);
                var wait = bucket.Wait(weight, isUrgent: false, Now);
                if (wait > TimeSpan.Zero)
                {
                    time.Advance(wait - TimeSpan.FromTicks(1));
                    Assert.True(bucket.Wait(weight, isUrgent: false, Now) > TimeSpan.Zero, $"seed {seed}, step {step}: it waited too long");
                    time.Advance(TimeSpan.FromTicks(1));
                    Assert.True(bucket.Wait(weight, isUrgent: false, Now) == TimeSpan.Zero, $"seed {seed}, step {step}: it waited too short");
                }

                bucket.Charge(weight, Now);
            }
        }
    }
}
