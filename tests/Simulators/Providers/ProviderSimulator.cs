using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Workbench.Simulators.Providers;

/// <summary>
/// A source of market data on loopback. A provider says what a call is answered with; counting, budget and faults are the same for all.
/// </summary>
public abstract class ProviderSimulator(ProviderOptions options) : LoopbackHost(options)
{
    const string PageForPeople = "<!DOCTYPE html>\n<html><head><title>Just a moment</title></head><body><h1>We will be back soon</h1><p>Scheduled maintenance.</p></body></html>\n";

    /// <summary>What was asked.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>What the source's own address is replaced by: where its paths begin.</summary>
    public virtual Uri Address => BaseUri;

    /// <summary>Answers a call, all being well.</summary>
    protected abstract ProviderAnswer Answer(ProviderCall call);

    /// <summary>What it says to a key that is valid no more, or none.</summary>
    protected abstract ProviderAnswer NoKey(ProviderCall call);

    /// <summary>What it says when too much was asked.</summary>
    protected virtual ProviderAnswer TooMany(ProviderCall call, int seconds) => ProviderAnswer.Text("Too Many Requests\r\n", status: 429) with { RetryAfter = seconds };

    /// <summary>Routes of its own, such as streams, that go past all of this.</summary>
    protected virtual void MapStreams(WebApplication routes)
    {
    }

    /// <summary>How many points higher the first price of an answer is than it was: a past that was changed. 0 as a rule.</summary>
    protected int Revision => Faults.Holds(FaultKind.ChangedPast, 1, out var points) ? points : 0;

    protected sealed override void Map(WebApplication routes)
    {
        MapStreams(routes);
        routes.Map("/{**path}", ServeAsync);
    }

    protected override void MapControl(WebApplication routes)
    {
        base.MapControl(routes);
        routes.MapGet("/sim/requests", http => Answer(http, Requests.All));
        routes.MapDelete("/sim/requests", http =>
        {
            Requests.Clear();
            return Answer(http, Requests.All);
        });
    }

    async Task ServeAsync(HttpContext http)
    {
        var call = new ProviderCall(http.Request.Path.Value ?? "/", http.Request.Query, http.Request.Headers);
        var entry = Requests.Open(Clock.GetUtcNow(), (http.Request.Path + http.Request.QueryString.Value).Replace(options.ApiKey, "KEY", StringComparison.Ordinal), PlaceOfKey(http.Request));
        if (Faults.Take(FaultKind.Delay, 1_000, out var milliseconds))
        {
            await Task.Delay(milliseconds, Stopping).ConfigureAwait(false);
        }

        var answer = Decide(call);
        entry = entry with { Status = answer.Status };
        try
        {
            var (bytes, isWhole) = await new Delivery(Faults, Clock).Send(http, answer).ConfigureAwait(false);
            entry = entry with { Bytes = bytes, IsWhole = isWhole };
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException)
        {
            // Whoever asked went away: the entry says that it is not whole.
        }
        finally
        {
            Requests.Close(entry);
        }
    }

    ProviderAnswer Decide(ProviderCall call) =>
        Faults.Take(FaultKind.Status, 500, out var status) ? ProviderAnswer.Text("", status: status)
        : Faults.Take(FaultKind.TooManyRequests, 1, out var pause) ? ProviderAnswer.Text("Too Many Requests\r\n", status: 429) with { RetryAfter = pause }
        : Faults.Take(FaultKind.Banned) ? ProviderAnswer.Text("Forbidden", status: 403)
        : Faults.Take(FaultKind.Maintenance) ? ProviderAnswer.Text(PageForPeople, "text/html; charset=utf-8", 503)
        : Faults.Take(FaultKind.TokenExpired) ? NoKey(call)
        : Faults.Take(FaultKind.HtmlPage) ? ProviderAnswer.Text(PageForPeople, "text/html; charset=utf-8")
        : Requests.Spend(Clock.GetUtcNow(), options.DayBudget) ? Answer(call)
        : TooMany(call, (int)(Clock.GetUtcNow().UtcDateTime.Date.AddDays(1) - Clock.GetUtcNow().UtcDateTime).TotalSeconds + 1);

    string PlaceOfKey(HttpRequest request) =>
        request.QueryString.Value?.Contains(options.ApiKey, StringComparison.Ordinal) == true ? "query"
        : request.Headers.Any(header => header.Value.ToString().Contains(options.ApiKey, StringComparison.Ordinal)) ? "header" : "none";
}
