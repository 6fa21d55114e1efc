using System.Globalization;
using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Workbench.Platform.Resilience;

/// <summary>
/// The one pipeline around a venue's HTTP. It repeats what is safe to repeat, keeps within the venue's limits with a reserve for
/// urgent calls, obeys its pauses, and stops asking a venue that fails. What was not sent ends in <see cref="NotSentException"/>;
/// all else is left as it is: the adapter judges it.
/// </summary>
public sealed class VenueHandler : DelegatingHandler
{
    static readonly HttpRequestOptionsKey<VenueCall> CallKey = new(VenueCall.OptionName);
    static readonly ResiliencePropertyKey<VenueCall> Carried = new(VenueCall.OptionName);

    readonly ResilienceOptions options;
    readonly RecentFailures failures;
    readonly TimeProvider time;
    readonly RateBudget budget;
    readonly Pause pause;
    readonly CircuitBreakerStateProvider breaker = new();
    readonly ResiliencePipeline<HttpResponseMessage> repeats;
    readonly ResiliencePipeline<HttpResponseMessage> guarded;
    readonly ResiliencePipeline<HttpResponseMessage> unguarded;

    /// <param name="options">The venue, its limits, and how long to wait for what.</param>
    /// <param name="failures">Where failures are kept.</param>
    /// <param name="time">The clock.</param>
    public VenueHandler(ResilienceOptions options, RecentFailures failures, TimeProvider time)
    {
        (this.options, this.failures, this.time) = (options, failures, time);
        budget = new RateBudget(options.Rates, time);
        pause = new Pause(options, time);
        repeats = New().AddRetry(Repeats()).Build();
        guarded = New().AddCircuitBreaker(Breaking()).AddTimeout(options.AttemptTimeout).Build();
        unguarded = New().AddTimeout(options.AttemptTimeout).Build();
    }

    /// <summary>Raised when the breaker changes, on the thread of the call that changed it.</summary>
    public event Action<BreakerState>? BreakerChanged;

    /// <summary>What the breaker lets through.</summary>
    public BreakerState Breaker => breaker.CircuitState switch
    {
        CircuitState.Closed => BreakerState.Closed,
        CircuitState.HalfOpen => BreakerState.HalfOpen,
        _ => BreakerState.Open,
    };

    /// <summary>How much of each limit is used.</summary>
    public IReadOnlyList<RateUse> Used => budget.Used();

    /// <summary>Takes the limits that the venue itself told, in the place of those it began with. What was spent of the same ones stays spent.</summary>
    public void TakeRates(IReadOnlyList<RateRule> rates) => budget.Replace(rates);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Whoever says nothing of a call gets the careful treatment: no repeat, no reserve.
        var call = request.Options.TryGetValue(CallKey, out var said) ? said : new VenueCall(request.Method.Method);
        Anchor(request, call);
        var trip = new Trip(call);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Carried, call);
        try
        {
            return await repeats.ExecuteAsync(
                static (context, state) => state.Handler.Attempt(state.Request, state.Trip, context.CancellationToken),
                context, (Handler: this, Request: request, Trip: trip)).ConfigureAwait(false);
        }
        catch (NotSentException refused) when (trip.WasSent)
        {
            // An attempt before this one may have arrived, so nothing is proven of the call.
            throw new HttpRequestException($"{options.Venue} gave no good answer, and no further try may go out: {refused.Message}");
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // The runtime sends a request without a body anew, on its own, when a kept connection turns out to be closed, even if the
    // venue has read it; a body that was begun forbids that. So whatever must not arrive twice gets a body, if an empty one.
    static void Anchor(HttpRequestMessage request, VenueCall call)
    {
        if (!call.IsRepeatable)
        {
            request.Content ??= new ByteArrayContent([]);
        }
    }

    async ValueTask<HttpResponseMessage> Attempt(HttpRequestMessage request, Trip trip, CancellationToken cancel)
    {
        var charged = await Admit(trip.Call, cancel).ConfigureAwait(false);
        try
        {
            var response = await (trip.Call.IsUrgent ? unguarded : guarded).ExecuteAsync(
                static (state, token) => state.Handler.Go(state.Request, state.Trip, token),
                (Handler: this, Request: request, Trip: trip), cancel).ConfigureAwait(false);
            Judge(trip.Call, response);
            budget.Learn(response.Headers, charged);
            return response;
        }
        catch (BrokenCircuitException)
        {
            throw NotSent(trip.Call, $"the circuit breaker of {options.Venue} is open");
        }
        catch (TimeoutRejectedException late)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"no answer in {options.AttemptTimeout.TotalSeconds:0.#} s");
            failures.Add(options.Venue, trip.Call.Name, FailureKind.TimeOut, text);
            throw new TaskCanceledException($"{options.Venue}: {text}", new TimeoutException(text, late));
        }
        catch (TaskCanceledException late) when (late.InnerException is TimeoutException)
        {
            failures.Add(options.Venue, trip.Call.Name, FailureKind.TimeOut, "no connection in time");
            throw;
        }
        catch (HttpRequestException broken)
        {
            failures.Add(options.Venue, trip.Call.Name, FailureKind.Connection, broken.HttpRequestError.ToString());
            throw NeverConnected(broken) && !trip.Call.IsRepeatable ? Unconnected(trip, broken) : broken;
        }
    }

    async ValueTask<HttpResponseMessage> Go(HttpRequestMessage request, Trip trip, CancellationToken cancel)
    {
        trip.WasSent = true;
        return await base.SendAsync(request, cancel).ConfigureAwait(false);
    }

    /// <summary>Waits until a call may go out, as long as patience lasts.</summary>
    async ValueTask<RateCharge[]> Admit(VenueCall call, CancellationToken cancel)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            var charged = Array.Empty<RateCharge>();
            var paused = pause.Wait(call.IsUrgent);
            var wait = paused > TimeSpan.Zero ? paused : budget.TryCharge(call, out charged);
            if (wait == TimeSpan.Zero)
            {
                return charged;
            }

            if (wait > options.Patience - time.GetElapsedTime(since))
            {
                throw NotSent(call, paused > TimeSpan.Zero
                    ? string.Create(CultureInfo.InvariantCulture, $"{options.Venue} asked for a pause of {paused.TotalSeconds:0.#} s more")
                    : $"the limits of {options.Venue} leave no room for it now");
            }

            await Delay(wait, call, cancel).ConfigureAwait(false);
        }
    }

    async Task Delay(TimeSpan wait, VenueCall call, CancellationToken cancel)
    {
        try
        {
            await Task.Delay(wait, time, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!call.IsRepeatable)
        {
            throw NotSent(call, "nobody waited for it any more");
        }
    }

    void Judge(VenueCall call, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (Pause.IsAsked(response.StatusCode))
        {
            var kind = response.StatusCode == HttpStatusCode.TooManyRequests ? FailureKind.RateLimited : FailureKind.Banned;
            failures.Add(options.Venue, call.Name, kind, string.Create(CultureInfo.InvariantCulture, $"HTTP {status}, a pause of {pause.Obey(response).TotalSeconds:0.#} s"));
        }
        else if (status >= 500 || response.StatusCode == HttpStatusCode.Forbidden)
        {
            failures.Add(options.Venue, call.Name, status >= 500 ? FailureKind.Venue : FailureKind.Banned, string.Create(CultureInfo.InvariantCulture, $"HTTP {status}"));
        }
    }

    NotSentException NotSent(VenueCall call, string why)
    {
        failures.Add(options.Venue, call.Name, FailureKind.NotSent, why);
        return new NotSentException($"{call.Name} was not sent: {why}.");
    }

    // With a body begun the runtime makes one connection for a request and no second one, so this is said of the only one.
    static bool NeverConnected(HttpRequestException broken) =>
        broken.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    NotSentException Unconnected(Trip trip, HttpRequestException broken)
    {
        trip.WasSent = false;
        return new NotSentException($"{trip.Call.Name} was not sent: no connection to {options.Venue} came about.", broken);
    }

    ResiliencePipelineBuilder<HttpResponseMessage> New() => new() { TimeProvider = time, Name = options.Venue };

    Polly.Retry.RetryStrategyOptions<HttpResponseMessage> Repeats() => new()
    {
        MaxRetryAttempts = options.MaxRepeats,
        Delay = options.FirstPause,
        MaxDelay = options.LongestPause,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(IsWorthRepeating(args.Context.Properties.GetValue(Carried, null!), args.Outcome)),
    };

    CircuitBreakerStrategyOptions<HttpResponseMessage> Breaking() => new()
    {
        FailureRatio = options.BreakAt,
        MinimumThroughput = options.BreakAfter,
        SamplingDuration = options.BreakWindow,
        BreakDuration = options.BreakFor,
        StateProvider = breaker,
        ShouldHandle = static args => ValueTask.FromResult(IsVenuesFault(args.Outcome)),
        OnOpened = _ => Changed(BreakerState.Open),
        OnClosed = _ => Changed(BreakerState.Closed),
        OnHalfOpened = _ => Changed(BreakerState.HalfOpen),
    };

    // A repeat is safe where the call says so, and where a cancellation never got a connection: its first attempt is proven not
    // to have happened. A new order in that case is left to the session: seconds later it may no longer be wanted.
    bool IsWorthRepeating(VenueCall call, Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: NotSentException { InnerException: HttpRequestException } } => call.IsUrgent,
        { Exception: HttpRequestException or TaskCanceledException { InnerException: TimeoutException } } => call.IsRepeatable,
        { Result: { } response } => call.IsRepeatable && (response.StatusCode >= HttpStatusCode.InternalServerError
            || (response.StatusCode == HttpStatusCode.TooManyRequests && pause.Wait(call.IsUrgent) <= options.Patience)),
        _ => false,
    };

    static bool IsVenuesFault(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException or TaskCanceledException { InnerException: TimeoutException }
        || outcome.Result is { StatusCode: >= HttpStatusCode.InternalServerError };

    ValueTask Changed(BreakerState state)
    {
        BreakerChanged?.Invoke(state);
        return ValueTask.CompletedTask;
    }

    /// <summary>One call on its way, over all its attempts.</summary>
    sealed class Trip(VenueCall call)
    {
        public VenueCall Call => call;

        public bool WasSent { get; set; }
    }
}
