using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Workbench.Brokers.Tests.Binance;

/// <summary>The far end of an HTTP client, as a table: what was asked, and what is answered.</summary>
sealed class Answering(Func<string, (int Status, string Body)> answer) : HttpMessageHandler
{
    public ConcurrentQueue<HttpRequestMessage> Requests { get; } = new();

    /// <summary>Method, path and query of what was asked, without the signed tail, which differs each time.</summary>
    public IEnumerable<string> Asked => Requests.Select(Line);

    public static string Line(HttpRequestMessage request)
    {
        var line = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        var tail = line.IndexOf("recvWindow", StringComparison.Ordinal);
        return tail < 0 ? line : line[..tail].TrimEnd('&', '?');
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Enqueue(request);
        var (status, body) = answer(Line(request));
        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) });
    }
}
