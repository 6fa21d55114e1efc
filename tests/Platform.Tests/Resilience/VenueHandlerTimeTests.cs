namespace Workbench.Platform.Tests.Resilience;

/// <summary>What the pipeline does over time, with a clock that the test moves.</summary>
public sealed class VenueHandlerTimeTests
{
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    readonly ManualTime time = new();
    readonly RecentFailures failures;
    readonly List<VenueCall> sent = [];
    readonly List<BreakerState> states = [];
    Func<HttpResponseMessage> answer = () => Kit.Says(200);
    VenueHandler handler = null!;

    public VenueHandlerTimeTests() => failures = new RecentFailures(time);

    [Fact]
    public async Task Pauses_between_repeats_grow_and_stay_within_bounds()
    {
        var client = Client(Kit.Options with { FirstPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(3), MaxRepeats = 4 });
        answer = () => Kit.Says(503);

        var response = client.Send(Kit.Read);
        var took = await time.Until(response, Step, TimeSpan.FromMinutes(1));

        Assert.Equal(503, (int)(await response).StatusCode);
        Assert.Equal(5, sent.Count);
        Assert.InRange(took, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(12.5));
    }

    [Fact]
    public async Task A_call_waits_for_room_and_then_goes()
    {
        var client = Client(Kit.Options with { Rates = [new RateRule("requests", 2, TimeSpan.FromSeconds(2)) { Reserve = 0 }] });
        await client.Send(Kit.Read);
        await client.Send(Kit.Read);

        var third = client.Send(Kit.Read);
        var took = await time.Until(third, Step, TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(2), took);
        Assert.Equal(3, sent.Count);
    }

    [Fact]
    public async Task A_call_that_would_wait_beyond_patience_is_not_sent_and_an_urgent_one_goes()
    {
        var client = Client(Kit.Options with { Rates = [new RateRule("weight", 10, TimeSpan.FromMinutes(1)) { Reserve = 0.2, FollowsClock = true }] });
        for (var each = 0; each < 8; each++)
        {
            await client.Send(Kit.Order);
        }

        await Assert.ThrowsAsync<NotSentException>(() => client.Send(Kit.Order));
        await client.Send(Kit.Cancel);
        await client.Send(Kit.Cancel);
        await Assert.ThrowsAsync<NotSentException>(() => client.Send(Kit.Cancel));

        Assert.Equal(10, sent.Count);
        Assert.Equal(10, Assert.Single(handler.Used).Used);
    }

    [Fact]
    public async Task A_call_is_charged_to_its_own_buckets_alone()
    {
        var client = Client(Kit.Options with { Rates = [new RateRule("orders", 1, TimeSpan.FromMinutes(1)) { Reserve = 0 }, new RateRule("reads", 100, TimeSpan.FromMinutes(1))] });

        await client.Send(Kit.Order with { Buckets = ["orders"] });
        await client.Send(Kit.Read with { Buckets = ["reads"], Weight = 7 });

        Assert.Equal([1, 7], handler.Used.Select(use => use.Used));
        await Assert.ThrowsAsync<NotSentException>(() => client.Send(Kit.Order with { Buckets = ["orders"] }));
    }

    [Fact]
    public async Task The_venue_s_count_in_a_header_is_obeyed()
    {
        var client = Client(Kit.Options with { Rates = [new RateRule("weight", 100, TimeSpan.FromMinutes(1)) { Reserve = 0.1, UsedHeader = "X-USED", FollowsClock = true }] });
        answer = () => Kit.Says(200, ("X-USED", "90"));
        await client.Send(Kit.Order);

        await Assert.ThrowsAsync<NotSentException>(() => client.Send(Kit.Order));
        await client.Send(Kit.Cancel);
    }

    [Fact]
    public async Task Limits_that_the_venue_told_take_the_place_of_those_assumed_and_nothing_spent_is_forgotten()
    {
        var rule = new RateRule("weight", 10, TimeSpan.FromMinutes(1)) { Reserve = 0, FollowsClock = true };
        var client = Client(Kit.Options with { Rates = [rule] });
        await client.Send(Kit.Order with { Weight = 6 });

        handler.TakeRates([rule with { Limit = 8 }, new RateRule("orders", 2, TimeSpan.FromMinutes(1))]);

        Assert.Equal([6, 0], handler.Used.Select(use => use.Used));
        await Assert.ThrowsAsync<NotSentException>(() => client.Send(Kit.Order with { Weight = 3 }));
        await client.Send(Kit.Order);
        Assert.Equal([7, 1], handler.Used.Select(use => use.Used));
    }

    [Fact]
    public async Task After_429_all_but_urgent_calls_pause_as_long_as_was_asked()
    {
        var client = Client(Kit.Options);
        answer = () => Kit.Says(429, ("Retry-After", "30"));
        Assert.Equal(429, (int)(await client.Send(Kit.Order)).StatusCode);
        answer = () => Kit.Says(200);

        await Assert.ThrowsAsync<NotSentException>(() => client.Send(Kit.Order));
        await Assert.ThrowsAsync<NotSentException>(() => client.Send(Kit.Read));
        await client.Send(Kit.Cancel);
        time.Advance(TimeSpan.FromSeconds(27));

        var read = client.Send(Kit.Read);
        Assert.Equal(TimeSpan.FromSeconds(3), await time.Until(read, Step, TimeSpan.FromSeconds(5)));
        await client.Send(Kit.Order);
    }

    [Fact]
    public async Task A_read_that_meets_a_short_pause_waits_and_is_repeated()
    {
        var client = Client(Kit.Options);
        answer = () =>
        {
            answer = () => Kit.Says(200);
            return Kit.Says(429, ("Retry-After", "2"));
        };

        var read = client.Send(Kit.Read);
        var took = await time.Until(read, Step, TimeSpan.FromSeconds(5));

        Assert.Equal(200, (int)(await read).StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), took);
    }

    [Fact]
    public async Task After_418_nothing_goes_not_even_what_is_urgent()
    {
        var client = Client(Kit.Options);
        answer = () => Kit.Says(418, ("Retry-After", "60"));
        await client.Send(Kit.Read);
        answer = () => Kit.Says(200);

        await Assert.ThrowsAsync<NotSentException>(() => client.Send(Kit.Cancel));
        Assert.Single(sent);
        time.Advance(TimeSpan.FromSeconds(60));
        await client.Send(Kit.Cancel);
    }

    [Fact]
    public async Task A_pause_until_a_date_is_understood()
    {
        var client = Client(Kit.Options);
        answer = () => Kit.Says(429, ("Retry-After", time.GetUtcNow().AddSeconds(40).ToString("R")));
        await client.Send(Kit.Order);
        answer = () => Kit.Says(200);

        time.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<NotSentException>(() => client.Send(Kit.Order));
        time.Advance(TimeSpan.FromSeconds(10));
        await client.Send(Kit.Order);
    }

    [Fact]
    public async Task The_breaker_opens_lets_urgent_calls_pass_tries_one_and_closes()
    {
        var client = Client(Kit.Options);
        answer = () => Kit.Says(500);
        for (var each = 0; each < 8; each++)
        {
            await client.Send(Kit.Order);
        }

        Assert.Equal(BreakerState.Open, handler.Breaker);
        await Assert.ThrowsAsync<NotSentException>(() => client.Send(Kit.Order));
        Assert.Equal(8, sent.Count);
        Assert.Equal(500, (int)(await client.Send(Kit.Cancel)).StatusCode);
        Assert.Equal(9, sent.Count);

        time.Advance(TimeSpan.FromSeconds(10));
        answer = () => Kit.Says(200);
        await client.Send(Kit.Order);

        Assert.Equal(BreakerState.Closed, handler.Breaker);
        Assert.Equal([BreakerState.Open, BreakerState.HalfOpen, BreakerState.Closed], states);
    }

    [Fact]
    public async Task A_failed_try_opens_the_breaker_again()
    {
        var client = Client(Kit.Options);
        answer = () => throw new HttpRequestException(HttpRequestError.ResponseEnded);
        for (var each = 0; each < 8; each++)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => client.Send(Kit.Order));
        }

        time.Advance(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.Send(Kit.Order));

        Assert.Equal(BreakerState.Open, handler.Breaker);
        await Assert.ThrowsAsync<NotSentException>(() => client.Send(Kit.Order));
    }

    [Fact]
    public async Task What_the_venue_refuses_is_an_answer_and_no_failure()
    {
        var client = Client(Kit.Options);
        answer = () => Kit.Says(400);
        for (var each = 0; each < 20; each++)
        {
            await client.Send(Kit.Order);
        }

        Assert.Equal(BreakerState.Closed, handler.Breaker);
        Assert.Empty(failures.List());
    }

    [Fact]
    public async Task A_read_whose_repeat_is_refused_is_not_called_unsent()
    {
        var client = Client(Kit.Options with { Rates = [new RateRule("requests", 1, TimeSpan.FromMinutes(1)) { Reserve = 0 }] });
        answer = () => throw new HttpRequestException(HttpRequestError.ResponseEnded);

        var read = client.Send(Kit.Read);
        await time.Until(read, Step, TimeSpan.FromSeconds(5));

        var failed = await Assert.ThrowsAsync<HttpRequestException>(() => read);
        Assert.Null(failed.InnerException);
        Assert.Single(sent);
    }

    [Fact]
    public async Task An_order_that_nobody_waits_for_any_more_while_it_waits_is_not_sent()
    {
        var client = Client(Kit.Options with { Rates = [new RateRule("requests", 1, TimeSpan.FromSeconds(3)) { Reserve = 0 }] });
        await client.Send(Kit.Order);
        using var cancel = new CancellationTokenSource();

        var waiting = client.Send(Kit.Order, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAsync<NotSentException>(() => waiting);
        Assert.Single(sent);
    }

    [Fact]
    public async Task A_silent_venue_is_given_up_after_the_time_of_one_attempt()
    {
        var client = Client(Kit.Options, async cancel =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return Kit.Says(200);
        });

        var order = client.Send(Kit.Order);
        var took = await time.Until(order, Step, TimeSpan.FromSeconds(20));

        await Assert.ThrowsAsync<TaskCanceledException>(() => order);
        Assert.Equal(TimeSpan.FromSeconds(10), took);
    }

    [Fact]
    public void Failures_are_forgotten_after_five_minutes_and_bounded()
    {
        failures.Add("v", "old", FailureKind.TimeOut, "");
        time.Advance(TimeSpan.FromMinutes(4));
        failures.Add("v", "new", FailureKind.TimeOut, "");
        Assert.Equal(["old", "new"], failures.List().Select(failure => failure.Call));
        time.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromTicks(1));
        Assert.Equal(["new"], failures.List().Select(failure => failure.Call));

        for (var each = 0; each < 2000; each++)
        {
            failures.Add("v", "many", FailureKind.TimeOut, "");
        }

        Assert.Equal(RecentFailures.Most, failures.List().Count);
    }

    HttpClient Client(ResilienceOptions options, Func<CancellationToken, Task<HttpResponseMessage>>? network = null)
    {
        handler = new VenueHandler(options, failures, time);
        handler.BreakerChanged += states.Add;
        return Kit.Client(handler, (request, cancel) =>
        {
            sent.Add(request.Options.TryGetValue(new HttpRequestOptionsKey<VenueCall>(VenueCall.OptionName), out var call) ? call : Kit.Read);
            return network is null ? Task.FromResult(answer()) : network(cancel);
        });
    }
}
