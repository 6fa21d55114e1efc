using System.Net;
using System.Net.Http.Json;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.Yahoo;

namespace Workbench.Simulators.Tests.Providers;

/// <summary>What goes wrong on demand is the same for every provider, and what was asked is written down.</summary>
public sealed class ProviderFaultTests : IAsyncLifetime
{
    const string Call = "/v8/finance/chart/SPY?period1=1704067200&period2=1710201600&interval=1d";

    // It stands still: the answer tells the market's state of the moment, too, and two of them are compared.
    readonly ManualTime time = new();

    YahooSimulator provider = null!;
    Asker asker = null!;

    public async Task InitializeAsync()
    {
        provider = await YahooSimulator.Start(new ProviderOptions { DayBudget = 5, Time = time });
        asker = new Asker(provider);
    }

    public async Task DisposeAsync()
    {
        asker.Dispose();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_status_is_told_so_many_times()
    {
        provider.Faults.Arm(FaultKind.Status, count: 2, value: 403);
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK], [await Status(), await Status(), await Status()]);
    }

    [Fact]
    public async Task A_fault_may_let_some_calls_pass_before_it()
    {
        provider.Faults.Arm(new Fault(FaultKind.Status, After: 1));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.InternalServerError, HttpStatusCode.OK], [await Status(), await Status(), await Status()]);
    }

    [Fact]
    public async Task Too_many_requests_says_when_to_come_back()
    {
        provider.Faults.Arm(FaultKind.TooManyRequests, value: 7);
        using var answer = await asker.Ask(Call);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), (answer.StatusCode, answer.Headers.RetryAfter!.Delta));
    }

    [Fact]
    public async Task A_page_for_people_has_status_200()
    {
        provider.Faults.Arm(FaultKind.HtmlPage);
        using var answer = await asker.Ask(Call);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("<!DOCTYPE html>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_another_type_is_the_right_body()
    {
        var right = await (await asker.Ask(Call)).Content.ReadAsStringAsync();
        provider.Faults.Arm(FaultKind.WrongType);
        using var answer = await asker.Ask(Call);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(right, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(FaultKind.CutBody)]
    [InlineData(FaultKind.Stall)]
    public async Task A_body_that_is_cut_or_held_up_does_not_arrive(FaultKind kind)
    {
        provider.Faults.Arm(kind, value: kind == FaultKind.Stall ? 100 : 0);
        await Assert.ThrowsAsync<HttpRequestException>(() => asker.Ask(Call));
        Assert.False(Assert.Single(provider.Requests.All).IsWhole);
    }

    [Fact]
    public async Task Half_a_body_arrives_as_if_it_were_whole()
    {
        provider.Faults.Arm(FaultKind.HalfBody);
        using var plain = new HttpClient { BaseAddress = provider.BaseUri };
        var half = await plain.GetByteArrayAsync(new Uri(Call, UriKind.Relative));
        Assert.Equal((await plain.GetByteArrayAsync(new Uri(Call, UriKind.Relative))).Length / 2, half.Length);
    }

    [Fact]
    public async Task A_slow_drip_arrives_whole()
    {
        var right = await (await asker.Ask(Call)).Content.ReadAsByteArrayAsync();
        provider.Faults.Arm(FaultKind.SlowDrip, value: 400);
        Assert.Equal(right, await (await asker.Ask(Call)).Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_clock_that_is_ahead_shows_in_the_date()
    {
        provider.Faults.Arm(FaultKind.ClockAhead, value: 3_600);
        using var answer = await asker.Ask(Call);
        Assert.Equal(TimeSpan.FromHours(1), answer.Headers.Date!.Value - time.Now);
    }

    [Fact]
    public async Task A_days_budget_ends()
    {
        for (var call = 0; call < 5; call++)
        {
            Assert.Equal(HttpStatusCode.OK, await Status());
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await Status());
    }

    [Fact]
    public async Task The_log_tells_who_asked_what_and_where_the_key_was_shown()
    {
        await asker.Ask(Call);
        await asker.Ask(Call + "&token=sim-key");
        await asker.Ask(Call, ("Authorization", "Token sim-key"));
        using var http = new HttpClient { BaseAddress = provider.BaseUri };
        var entries = await http.GetFromJsonAsync<List<RequestEntry>>(new Uri("/sim/requests", UriKind.Relative));
        Assert.Equal([("none", Call), ("query", Call + "&token=KEY"), ("header", Call)], entries!.Select(each => (each.KeyIn, each.Target)));
        Assert.All(entries!, each => Assert.True(each.IsWhole && each.Status == 200 && each.Bytes > 0));
        await http.DeleteAsync(new Uri("/sim/requests", UriKind.Relative));
        Assert.Empty(provider.Requests.All);
    }

    async Task<HttpStatusCode> Status()
    {
        using var answer = await asker.Ask(Call);
        return answer.StatusCode;
    }
}
