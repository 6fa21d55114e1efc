using Workbench.Data.Providers;

namespace Workbench.Data.Tests.Providers;

public sealed class ProviderFaultTests
{
    public static TheoryData<string> Names => [.. KnownProviders.All.Select(known => known.Profile.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_key_that_is_not_known_is_unauthorized(string name) =>
        Assert.Equal(ProviderFailure.Unauthorized, (await Failure(name, LoopbackAnswer.Json("""{"detail":"no"}""", 401))).Failure);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_limit_tells_how_long_to_wait(string name)
    {
        var seconds = await Failure(name, LoopbackAnswer.Json("{}", 429) with { Headers = ["Retry-After: 17"] });
        Assert.Equal((ProviderFailure.Limited, TimeSpan.FromSeconds(17)), (seconds.Failure, seconds.RetryAfter!.Value));
        var dated = await Failure(name, LoopbackAnswer.Json("{}", 429) with { Headers = ["Date: Thu, 01 Jan 2015 00:00:00 GMT", "Retry-After: Thu, 01 Jan 2015 00:01:30 GMT"] });
        Assert.Equal((ProviderFailure.Limited, TimeSpan.FromSeconds(90)), (dated.Failure, dated.RetryAfter!.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_source_that_fails_is_down(string name)
    {
        Assert.Equal(ProviderFailure.Down, (await Failure(name, LoopbackAnswer.Json("{}", 500))).Failure);
        Assert.Equal(ProviderFailure.Down, (await Failure(name, LoopbackAnswer.Page(503))).Failure);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_web_page_is_no_data(string name)
    {
        Assert.Equal(ProviderFailure.Garbled, (await Failure(name, LoopbackAnswer.Page())).Failure);
        Assert.Equal(ProviderFailure.Garbled, (await Failure(name, LoopbackAnswer.Page() with { Type = "application/json" })).Failure);
        Assert.Equal(ProviderFailure.Garbled, (await Failure(name, LoopbackAnswer.Page() with { Type = "" })).Failure);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Another_type_is_no_data(string name) =>
        Assert.Equal(ProviderFailure.Garbled, (await Failure(name, Samples.Of(name).Answer with { Type = "image/png" })).Failure);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_body_that_is_cut_is_no_data(string name)
    {
        var whole = Samples.Of(name).Answer;
        Assert.Equal(ProviderFailure.Garbled, (await Failure(name, whole with { CutAt = whole.Body.Length / 2 })).Failure);

        // A proxy in between may have counted anew.
        Assert.Equal(ProviderFailure.Garbled, (await Failure(name, whole with { Body = whole.Body[..(whole.Body.Length / 2)] })).Failure);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_source_that_falls_silent_is_down(string name)
    {
        var (want, answer) = Samples.Of(name);
        using var server = new Loopback(_ => answer with { CutAt = 10, Stalls = true });
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) };
        var provider = Fetching.Make(name, server, http);
        var error = await Assert.ThrowsAsync<ProviderException>(() => provider.Fetch(provider.Plan(want, Fetching.At("2026-07-01"))[0], CancellationToken.None));
        Assert.Equal(ProviderFailure.Down, error.Failure);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_source_that_is_not_there_is_down_and_its_address_is_not_told_with_the_key(string name)
    {
        var want = Samples.Of(name).Want;
        using var http = new HttpClient();
        IDataProvider provider;
        using (var server = new Loopback(_ => throw new InvalidOperationException("nobody asks")))
        {
            provider = Fetching.Make(name, server, http);
        }

        var error = await Assert.ThrowsAsync<ProviderException>(() => provider.Fetch(provider.Plan(want, Fetching.At("2026-07-01"))[0], CancellationToken.None));
        Assert.Equal(ProviderFailure.Down, error.Failure);
        Assert.DoesNotContain(Fetching.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whoever_gives_up_is_not_told_of_a_failure(string name)
    {
        var (want, answer) = Samples.Of(name);
        using var cancel = new CancellationTokenSource();
        using var server = new Loopback(_ => answer with { CutAt = 10, Stalls = true });
        using var http = new HttpClient();
        var provider = Fetching.Make(name, server, http);
        var fetching = provider.Fetch(provider.Plan(want, Fetching.At("2026-07-01"))[0], cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_good_answer_is_kept_as_it_came(string name)
    {
        var (want, answer) = Samples.Of(name);
        Assert.Equal(answer.Body, await Fetching.First(name, want, answer));
    }

    static Task<ProviderException> Failure(string name, LoopbackAnswer answer) => Fetching.Failure(name, Samples.Of(name).Want, answer);
}
