namespace Workbench.Platform.Resilience;

/// <summary>Makes the client that an adapter is given.</summary>
public static class VenueHttp
{
    /// <summary>A client that sends through a venue's pipeline.</summary>
    /// <param name="handler">The pipeline. Clients of one venue share one, since they share its limits.</param>
    /// <param name="total">How long a call may take in all, repeats and the body of its answer included. Default 60 s. A stream that is read as it comes is not cut by it.</param>
    public static HttpClient Client(VenueHandler handler, TimeSpan? total = null)
    {
        handler.InnerHandler ??= Wire();
        return new HttpClient(handler, disposeHandler: false) { Timeout = total ?? TimeSpan.FromSeconds(60) };
    }

    /// <summary>What lies behind the pipeline: the connections themselves. For whoever puts something of his own in between.</summary>
    public static HttpMessageHandler Wire() => new SocketsHttpHandler
    {
        // A redirection would take keys to a place that nobody named.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),

        // Addresses of venues move; a connection must not outlive them.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
