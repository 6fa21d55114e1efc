using System.Globalization;

namespace Workbench.Data.Providers;

/// <summary>
/// Asks a source over HTTP. The pipeline inside the client waits, repeats and keeps the limits; here the answer is read to its end,
/// and what went wrong on the way is told in words of our own, since the framework's may hold an address with a key in it.
/// </summary>
/// <param name="http">Client with the pipeline inside.</param>
/// <param name="address">Where the source is, such as <c>https://api.tiingo.com</c>.</param>
/// <param name="source">Its name in messages.</param>
sealed class ProviderHttp(HttpClient http, Uri address, string source)
{
    const int Largest = 256 << 20;

    // Some vendors turn programs away that do not say what they are.
    const string Agent = "Mozilla/5.0 (compatible; Workbench/1.0)";

    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);
    static readonly TimeSpan LongestBody = TimeSpan.FromMinutes(5);
    static readonly HttpRequestOptionsKey<VenueCall> CallKey = new(VenueCall.OptionName);

    /// <summary>The answer, whole, whatever its status.</summary>
    /// <exception cref="ProviderException">None came, or half of one.</exception>
    public async Task<ProviderAnswer> Get(ProviderRequest asked, CancellationToken cancel)
    {
        using var request = Message(asked);
        using var response = await Send(request, cancel).ConfigureAwait(false);
        var body = await Read(response.Content, cancel).ConfigureAwait(false);
        return new ProviderAnswer(source, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", Pause(response), body)
        {
            Secret = asked.Secret?.Value ?? asked.Header?.Value.Split(' ')[^1],
        };
    }

    HttpRequestMessage Message(ProviderRequest asked)
    {
        var path = asked.Secret is { } secret
            ? $"{asked.Path}{(asked.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{secret.Name}={Uri.EscapeDataString(secret.Value)}"
            : asked.Path;
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{address.AbsoluteUri.TrimEnd('/')}/{path}"));
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        if (asked.Header is { } header)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        request.Options.Set(CallKey, new VenueCall(asked.Call) { Weight = asked.Weight, IsRepeatable = true });
        return request;
    }

    async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        }
        catch (NotSentException held)
        {
            throw new ProviderException(ProviderFailure.Limited, held.Message, inner: held);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw Down("did not answer in time", late);
        }
        catch (HttpRequestException broken)
        {
            throw Down($"could not be reached ({broken.HttpRequestError})", broken);
        }
    }

    async Task<byte[]> Read(HttpContent content, CancellationToken cancel)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var body = new MemoryStream();
        try
        {
            var stream = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                await Copy(stream, body, silence).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException stalled) when (!cancel.IsCancellationRequested)
        {
            throw Down(Invariant($"fell silent after {body.Length} bytes of its answer"), stalled);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or InvalidDataException)
        {
            throw new ProviderException(ProviderFailure.Garbled, Invariant($"{source} broke off after {body.Length} bytes of its answer."), inner: broken);
        }

        return body.ToArray();
    }

    // The client's own time-out ends with the headers, so a body that drips or stalls needs a watch of its own.
    async Task Copy(Stream from, MemoryStream to, CancellationTokenSource silence)
    {
        var since = Environment.TickCount64;
        var allowed = http.Timeout > TimeSpan.Zero && http.Timeout < LongestSilence ? http.Timeout : LongestSilence;
        var buffer = new byte[1 << 16];
        while (true)
        {
            silence.CancelAfter(allowed);
            var read = await from.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
            if (read == 0)
            {
                return;
            }

            to.Write(buffer, 0, read);
            if (to.Length > Largest)
            {
                throw new InvalidDataException("too long");
            }

            if (Environment.TickCount64 - since > LongestBody.TotalMilliseconds)
            {
                throw Down(Invariant($"took more than {LongestBody.TotalMinutes} minutes over its answer"), null);
            }
        }
    }

    static TimeSpan? Pause(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } until } when until > Said(response) => until - Said(response),
        { Date: not null } => TimeSpan.Zero,
        _ => null,
    };

    // Against the source's own clock: ours may be wrong by minutes.
    static DateTimeOffset Said(HttpResponseMessage response) => response.Headers.Date ?? DateTimeOffset.UtcNow;

    ProviderException Down(string what, Exception? inner) => new(ProviderFailure.Down, $"{source} {what}.", inner: inner);

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
