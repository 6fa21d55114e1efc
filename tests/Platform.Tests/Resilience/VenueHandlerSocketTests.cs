using System.Net.Sockets;

namespace Workbench.Platform.Tests.Resilience;

/// <summary>The pipeline over real sockets: what arrives at the venue, and what the adapter is told.</summary>
public sealed class VenueHandlerSocketTests : IAsyncDisposable
{
    readonly LoopbackVenue venue = new();
    readonly RecentFailures failures = new(TimeProvider.System);
    HttpClient? client;

    [Fact]
    public async Task A_read_is_repeated_until_it_is_answered()
    {
        venue.Answers(503).ClosesTheConnection().Answers(200);

        var response = await Client().Send(Kit.Read);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(3, venue.Arrived.Count);
    }

    [Fact]
    public async Task A_read_that_never_succeeds_ends_with_the_last_answer()
    {
        venue.Answers(503).Answers(503).Answers(503).Answers(502);

        Assert.Equal(502, (int)(await Client().Send(Kit.Read)).StatusCode);
        Assert.Equal(4, venue.Arrived.Count);
    }

    [Fact]
    public async Task A_new_order_goes_out_once_whatever_the_venue_answers()
    {
        venue.Answers(503).Answers(200);

        Assert.Equal(503, (int)(await Client().Send(Kit.Order)).StatusCode);
        Assert.Single(venue.Arrived);
    }

    [Fact]
    public async Task The_runtime_by_itself_sends_a_request_without_a_body_twice()
    {
        venue.Answers(200).ClosesTheConnection().Answers(200);
        using var bare = new HttpClient { BaseAddress = venue.Address };
        await bare.GetAsync("/warm");

        using var response = await bare.PostAsync("/order", null);

        // This is why the pipeline gives every order a body. Should the runtime ever stop doing it, this test says so.
        Assert.Equal(3, venue.Arrived.Count);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    public async Task An_order_on_a_kept_connection_that_dies_arrives_once(string method)
    {
        venue.Answers(200).ClosesTheConnection().Answers(200);
        await Client().Send(Kit.Read);

        await Assert.ThrowsAsync<HttpRequestException>(() => Client().Send(new VenueCall($"{method} order")));

        Assert.Equal(2, venue.Arrived.Count);
        Assert.Equal(FailureKind.Connection, Assert.Single(failures.List()).Kind);
    }

    [Fact]
    public async Task An_order_that_found_no_connection_is_proven_not_sent()
    {
        var closed = new TcpListener(System.Net.IPAddress.Loopback, 0);
        closed.Start();
        var port = ((System.Net.IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        using var nowhere = VenueHttp.Client(new VenueHandler(Kit.Options, failures, TimeProvider.System));
        nowhere.BaseAddress = new Uri($"http://127.0.0.1:{port}");

        await Assert.ThrowsAsync<NotSentException>(() => nowhere.Send(Kit.Order));
        Assert.Single(failures.List());

        // A cancellation is tried again, since its first attempts never happened.
        await Assert.ThrowsAsync<NotSentException>(() => nowhere.Send(Kit.Cancel));
        Assert.Equal(5, failures.List().Count);

        await Assert.ThrowsAsync<HttpRequestException>(() => nowhere.Send(Kit.Read));
    }

    [Fact]
    public async Task A_venue_that_falls_silent_is_a_time_out_and_nothing_is_proven()
    {
        venue.FallsSilent();

        var late = await Assert.ThrowsAsync<TaskCanceledException>(() => Client(Kit.Options with { AttemptTimeout = TimeSpan.FromMilliseconds(200) }).Send(Kit.Order));

        Assert.IsType<TimeoutException>(late.InnerException);
        Assert.Equal(FailureKind.TimeOut, Assert.Single(failures.List()).Kind);
    }

    [Fact]
    public async Task A_stream_is_read_as_it_comes_and_no_time_out_cuts_it()
    {
        venue.Answers(200, body: "first\nsecond\n");
        var request = new HttpRequestMessage(HttpMethod.Get, "/stream");
        request.Options.Set(new HttpRequestOptionsKey<VenueCall>(VenueCall.OptionName), Kit.Read);

        using var response = await Client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Equal("first", await reader.ReadLineAsync());
        Assert.Equal("second", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        venue.Answers(302, $"Location: {venue.Address}elsewhere\r\n");

        Assert.Equal(302, (int)(await Client().Send(Kit.Read)).StatusCode);
        Assert.Single(venue.Arrived);
    }

    [Fact]
    public async Task Failures_are_listed_without_address_or_secret()
    {
        venue.Answers(500).ClosesTheConnection().Answers(429, "Retry-After: 60\r\n");
        await Client().Send(Kit.Order);
        await Assert.ThrowsAsync<HttpRequestException>(() => Client().Send(Kit.Order));
        await Client().Send(Kit.Order);
        await Assert.ThrowsAsync<NotSentException>(() => Client().Send(Kit.Order));

        var listed = failures.List();

        Assert.Equal([FailureKind.Venue, FailureKind.Connection, FailureKind.RateLimited, FailureKind.NotSent], listed.Select(failure => failure.Kind));
        Assert.All(listed, failure => Assert.Equal(("testvenue", "POST order"), (failure.Venue, failure.Call)));
        Assert.DoesNotContain(listed, failure => failure.ToString().Contains("planted", StringComparison.Ordinal) || failure.ToString().Contains("127.0.0.1", StringComparison.Ordinal));
    }

    HttpClient Client(ResilienceOptions? options = null)
    {
        client ??= VenueHttp.Client(new VenueHandler(options ?? Kit.Options, failures, TimeProvider.System));
        client.BaseAddress ??= venue.Address;
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await venue.DisposeAsync();
    }
}
