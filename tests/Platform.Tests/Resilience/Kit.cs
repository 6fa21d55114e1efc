using System.Net;

namespace Workbench.Platform.Tests.Resilience;

/// <summary>Calls as adapters make them.</summary>
static class Kit
{
    public static readonly VenueCall Read = new("GET account") { IsRepeatable = true };
    public static readonly VenueCall Order = new("POST order");
    public static readonly VenueCall Cancel = new("DELETE order") { IsUrgent = true };

    public static readonly ResilienceOptions Options = new() { Venue = "testvenue", FirstPause = TimeSpan.FromMilliseconds(1), LongestPause = TimeSpan.FromMilliseconds(5) };

    public static Task<HttpResponseMessage> Send(this HttpClient client, VenueCall call, CancellationToken cancel = default)
    {
        var request = new HttpRequestMessage(new HttpMethod(call.Name.Split(' ')[0]), "/v1/thing?signature=planted-5ea7");
        request.Options.Set(new HttpRequestOptionsKey<VenueCall>(VenueCall.OptionName), call);
        return client.SendAsync(request, cancel);
    }

    /// <summary>A client whose network is a function, for tests of time.</summary>
    public static HttpClient Client(VenueHandler handler, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> network)
    {
        handler.InnerHandler = new Network(network);
        var client = VenueHttp.Client(handler, Timeout.InfiniteTimeSpan);
        client.BaseAddress = new Uri("http://venue.invalid");
        return client;
    }

    public static HttpResponseMessage Says(int status, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        foreach (var (name, value) in headers)
        {
            response.Headers.Add(name, value);
        }

        return response;
    }

    sealed class Network(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => send(request, cancellationToken);
    }
}
