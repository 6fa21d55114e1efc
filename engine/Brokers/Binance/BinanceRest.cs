using System.Globalization;
using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>
/// Requests to one market: signs, keeps the clock's offset, and says what an answer proves. It repeats nothing; whatever may be
/// repeated, the pipeline inside the client repeats.
/// </summary>
/// <param name="http">Client with the pipeline inside.</param>
/// <param name="root">Where to.</param>
/// <param name="clock">Path of the venue's clock.</param>
/// <param name="key">Names us to the venue.</param>
/// <param name="signer">Signs.</param>
/// <param name="time">Our clock.</param>
sealed class BinanceRest(HttpClient http, Uri root, string clock, string key, BinanceSigner signer, TimeProvider time)
{
    const int BadClock = -1021;

    static readonly HttpRequestOptionsKey<VenueCall> CallKey = new(VenueCall.OptionName);
    static readonly VenueCall Clock = Reading("GET time", 1);

    long offsetMs;

    /// <summary>The venue's clock now, milliseconds.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds() + Volatile.Read(ref offsetMs);

    /// <summary>A call that only reads: it may be repeated.</summary>
    public static VenueCall Reading(string name, int weight) => new(name) { Weight = weight, Buckets = ["weight"], IsRepeatable = true };

    /// <summary>A call without key.</summary>
    public Task<BinanceAnswer> Open(VenueCall call, string path, BinanceQuery query, CancellationToken cancel) =>
        Send(call, HttpMethod.Get, path, query.Encoded, hasKey: false, cancel);

    /// <summary>A call that shows the key and is not signed.</summary>
    public Task<BinanceAnswer> Keyed(VenueCall call, HttpMethod method, string path, CancellationToken cancel) =>
        Send(call, method, path, "", hasKey: true, cancel);

    /// <summary>A signed call. Where the venue dislikes our clock, the offset is measured anew for the next call; this one stays refused.</summary>
    public async Task<BinanceAnswer> Signed(VenueCall call, HttpMethod method, string path, BinanceQuery query, CancellationToken cancel)
    {
        // What reads may wait in the pipeline; a command that waited is stale, and better refused.
        var payload = query.With("recvWindow", call.IsRepeatable ? 20_000 : 5_000).With("timestamp", Now).Encoded;
        var answer = await Send(call, method, path, $"{payload}&signature={Uri.EscapeDataString(signer.Sign(payload))}", hasKey: true, cancel).ConfigureAwait(false);
        if (answer.Code == BadClock)
        {
            await Measure(cancel).ConfigureAwait(false);
        }

        return answer;
    }

    /// <summary>Parameters of a call over the WebSocket API, signed: sorted by name, not percent-encoded.</summary>
    public IReadOnlyList<(string Name, string Value)> SignedParameters(BinanceQuery query)
    {
        List<(string Name, string Value)> sorted = [.. query.With("apiKey", key).With("timestamp", Now).Sorted];
        return [.. sorted, ("signature", signer.Sign(string.Join('&', sorted.Select(field => $"{field.Name}={field.Value}"))))];
    }

    /// <summary>Asks a question; an answer that is none throws.</summary>
    /// <exception cref="WorkbenchException">Refused, unanswered or unreadable.</exception>
    public static T Answer<T>(VenueCall call, BinanceAnswer answer)
    {
        switch (answer.Outcome)
        {
            case BinanceOutcome.Refused:
                throw BinanceErrors.Refused(call.Name, answer.Status, answer.Code, answer.Text);
            case not BinanceOutcome.Told:
                throw BinanceErrors.Unanswered(call.Name, answer.Text);
        }

        try
        {
            return answer.Read<T>();
        }
        catch (System.Text.Json.JsonException unreadable)
        {
            throw BinanceErrors.Unreadable(call.Name, unreadable);
        }
    }

    /// <summary>Measures how far the venue's clock is ahead of ours, and keeps to it from now on.</summary>
    /// <returns>Null where the venue does not tell.</returns>
    public async Task<TimeSpan?> Measure(CancellationToken cancel)
    {
        var before = time.GetUtcNow();
        var answer = await Open(Clock, clock, new BinanceQuery(), cancel).ConfigureAwait(false);
        var halfway = before + (time.GetUtcNow() - before) / 2;
        if (answer.Outcome != BinanceOutcome.Told)
        {
            return null;
        }

        var offset = DateTimeOffset.FromUnixTimeMilliseconds(Answer<BinanceTimeWire>(Clock, answer).ServerTime) - halfway;
        Volatile.Write(ref offsetMs, (long)offset.TotalMilliseconds);
        return offset;
    }

    async Task<BinanceAnswer> Send(VenueCall call, HttpMethod method, string path, string query, bool hasKey, CancellationToken cancel)
    {
        // The runtime sends a request without a body anew, on its own, where a kept connection turns out to be closed: what must not arrive twice has an empty one.
        using var request = new HttpRequestMessage(method, new Uri(root, query.Length == 0 ? path : $"{path}?{query}")) { Content = call.IsRepeatable ? null : new ByteArrayContent([]) };
        request.Options.Set(CallKey, call);
        if (hasKey)
        {
            request.Headers.Add("X-MBX-APIKEY", key);
        }

        try
        {
            using var response = await http.SendAsync(request, cancel).ConfigureAwait(false);
            return BinanceAnswer.Of((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested && method == HttpMethod.Get)
        {
            throw;
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or StackOverflowException))
        {
            return broken is NotSentException || broken.InnerException is NotSentException
                ? BinanceAnswer.Broken(BinanceOutcome.NotSent, (broken as NotSentException ?? broken.InnerException!).Message)
                : BinanceAnswer.Broken(BinanceOutcome.Unknown, Why(broken));
        }
    }

    // Words of our own and not the exception's: those may one day hold an address, and our addresses are signed.
    static string Why(Exception broken) => broken switch
    {
        OperationCanceledException => "no answer in time",
        HttpRequestException http => string.Create(CultureInfo.InvariantCulture, $"the connection failed ({http.HttpRequestError})"),
        _ => $"the connection broke ({broken.GetType().Name})",
    };
}
