using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Workbench.Model;

namespace Workbench.Brokers.Oanda;

/// <summary>
/// Requests to OANDA: addresses, the token, what the pipeline must know of each, and what a status means. It repeats nothing:
/// the pipeline within the client does, where a call says that it may.
/// </summary>
sealed class OandaRest(HttpClient http, VenueKeys keys, OandaHosts hosts, TimeProvider time)
{
    /// <summary>Bucket that every request is charged to.</summary>
    public const string Requests = "requests";

    /// <summary>Bucket that opening a stream is charged to as well.</summary>
    public const string Connections = "connections";

    static readonly HttpRequestOptionsKey<VenueCall> CallKey = new(VenueCall.OptionName);

    readonly string account = "/v3/accounts/" + Uri.EscapeDataString(keys.Account);

    /// <summary>The account with all it holds, as of one moment.</summary>
    public Task<OandaRead<OandaAccountAnswer>> Account(CancellationToken cancel) => Read("GET account", account, OandaWire.Default.OandaAccountAnswer, cancel);

    /// <summary>The account without what it holds.</summary>
    public Task<OandaRead<OandaAccountAnswer>> Summary(CancellationToken cancel) => Read("GET summary", account + "/summary", OandaWire.Default.OandaAccountAnswer, cancel);

    /// <summary>The accounts of the token.</summary>
    public async Task<IReadOnlyList<OandaAccountEntry>> Accounts(CancellationToken cancel) =>
        (await Read("GET accounts", "/v3/accounts", OandaWire.Default.OandaAccountsAnswer, cancel).ConfigureAwait(false)).Value.Accounts;

    public async Task<IReadOnlyList<OandaInstrument>> Instruments(CancellationToken cancel) =>
        (await Read("GET instruments", account + "/instruments", OandaWire.Default.OandaInstrumentsAnswer, cancel).ConfigureAwait(false)).Value.Instruments;

    public async Task<IReadOnlyList<OandaOrder>> Pending(CancellationToken cancel) =>
        (await Read("GET pendingOrders", account + "/pendingOrders", OandaWire.Default.OandaOrdersAnswer, cancel).ConfigureAwait(false)).Value.Orders;

    public async Task<IReadOnlyList<OandaTrade>> OpenTrades(CancellationToken cancel) =>
        (await Read("GET openTrades", account + "/openTrades", OandaWire.Default.OandaTradesAnswer, cancel).ConfigureAwait(false)).Value.Trades;

    /// <summary>One order, or null where the venue says that it has none such.</summary>
    public async Task<OandaOrder?> Order(string specifier, CancellationToken cancel) =>
        (await Ask("GET order", $"{account}/orders/{Specifier(specifier)}", OandaWire.Default.OandaOrderAnswer, mayBeMissing: true, cancel).ConfigureAwait(false))?.Value.Order;

    public async Task<OandaTransaction> Transaction(string id, CancellationToken cancel) =>
        (await Read("GET transaction", $"{account}/transactions/{Uri.EscapeDataString(id)}", OandaWire.Default.OandaTransactionAnswer, cancel).ConfigureAwait(false)).Value.Transaction;

    /// <summary>What is newer in the ledger than an id; perhaps not all of it at once.</summary>
    public async Task<OandaTransactionsAnswer> Since(long id, CancellationToken cancel) => (await Read("GET transactions/sinceid",
        string.Create(CultureInfo.InvariantCulture, $"{account}/transactions/sinceid?id={id}"), OandaWire.Default.OandaTransactionsAnswer, cancel).ConfigureAwait(false)).Value;

    /// <summary>A stretch of the ledger, both ends included.</summary>
    public async Task<OandaTransactionsAnswer> Between(long from, long to, CancellationToken cancel) => (await Read("GET transactions/idrange",
        string.Create(CultureInfo.InvariantCulture, $"{account}/transactions/idrange?from={from}&to={to}"), OandaWire.Default.OandaTransactionsAnswer, cancel).ConfigureAwait(false)).Value;

    /// <summary>Minutes of the price halfway between bid and ask.</summary>
    public async Task<IReadOnlyList<OandaCandle>> Candles(string instrument, TimeRange range, CancellationToken cancel) => (await Read("GET candles",
        $"/v3/instruments/{Uri.EscapeDataString(instrument)}/candles?price=M&granularity=M1&from={Moment(range.From)}&to={Moment(range.To)}",
        OandaWire.Default.OandaCandlesAnswer, cancel).ConfigureAwait(false)).Value.Candles;

    public Task<OandaReply> Create(OandaOrderBody order, CancellationToken cancel) =>
        Command(HttpMethod.Post, "/orders", order, Call("POST orders"), cancel);

    public Task<OandaReply> Replace(string specifier, OandaOrderBody order, CancellationToken cancel) =>
        Command(HttpMethod.Put, "/orders/" + Specifier(specifier), order, Call("PUT order"), cancel);

    public Task<OandaReply> Cancel(string specifier, CancellationToken cancel) =>
        Command(HttpMethod.Put, $"/orders/{Specifier(specifier)}/cancel", null, Call("PUT order/cancel") with { IsRepeatable = true, IsUrgent = true }, cancel);

    /// <summary>Opens a stream: returns once its headers are there.</summary>
    /// <exception cref="WorkbenchException">The venue refuses it, and would again.</exception>
    public async Task<HttpResponseMessage> Open(string path, CancellationToken cancel)
    {
        var name = "GET " + path.Split('?')[0];
        var call = new VenueCall(name) { Buckets = [Requests, Connections], IsRepeatable = true };
        using var request = Request(HttpMethod.Get, new Uri(hosts.Streams, $"{account}/{path}"), call);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            var refusal = Refusal(name, response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false));
            throw (int)response.StatusCode is 400 or 401 or 403 or 404 or 405 ? refusal : new IOException(refusal.Message);
        }
    }

    /// <summary>The venue's words without the token, should it repeat it, and not endless.</summary>
    public string Plain(string text)
    {
        var shown = keys.Key.Length == 0 ? text : text.Replace(keys.Key, "(token)", StringComparison.Ordinal);
        return shown.Length > 300 ? shown[..300] + "…" : shown;
    }

    async Task<OandaRead<T>> Read<T>(string name, string path, JsonTypeInfo<T> type, CancellationToken cancel) =>
        await Ask(name, path, type, mayBeMissing: false, cancel).ConfigureAwait(false) ?? throw OandaErrors.NotUnderstood(name, "it is empty");

    async Task<OandaRead<T>?> Ask<T>(string name, string path, JsonTypeInfo<T> type, bool mayBeMissing, CancellationToken cancel)
    {
        using var request = Request(HttpMethod.Get, new Uri(hosts.Rest, path), Call(name) with { IsRepeatable = true });
        var (status, body, sent) = await Fetch(name, request, cancel).ConfigureAwait(false);
        try
        {
            if (status == HttpStatusCode.OK)
            {
                return JsonSerializer.Deserialize(body, type) is { } value ? new OandaRead<T>(value, sent) : null;
            }

            // Only the venue's own words prove that it is missing; a proxy has a 404 of its own.
            return mayBeMissing && status == HttpStatusCode.NotFound && Said(body) is { ErrorMessage: not null } or { ErrorCode: not null }
                ? null
                : throw Refusal(name, status, body);
        }
        catch (JsonException unreadable)
        {
            throw OandaErrors.NotUnderstood(name, Plain(unreadable.Message), unreadable);
        }
    }

    async Task<(HttpStatusCode Status, byte[] Body, long Time)> Fetch(string name, HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var response = await http.SendAsync(request, cancel).ConfigureAwait(false);
            return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false), Sent(response));
        }
        catch (Exception broken) when (!cancel.IsCancellationRequested && IsOfTheWay(broken))
        {
            throw OandaErrors.NoAnswer(name, Plain(broken is OperationCanceledException ? "it did not answer in time" : broken.Message), broken);
        }
    }

    async Task<OandaReply> Command(HttpMethod method, string path, OandaOrderBody? body, VenueCall call, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            return OandaReply.NotSent("nobody waited for it any more");
        }

        try
        {
            using var request = Request(method, new Uri(hosts.Rest, account + path), call);

            // Never without a body, be it empty: the client sends a request without one again by itself when an idle connection turns out to be closed.
            request.Content = new ByteArrayContent(body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body, OandaWire.Default.OandaOrderBody));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.SendAsync(request, cancel).ConfigureAwait(false);
            return OandaReply.Of(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false), Sent(response));
        }
        catch (NotSentException never)
        {
            return OandaReply.NotSent(Plain(never.Message));
        }
        catch (HttpRequestException never) when (!call.IsRepeatable && IsBeforeTheFirstByte(never.HttpRequestError))
        {
            return OandaReply.NotSent(Plain(never.Message));
        }
        catch (Exception broken) when (IsOfTheWay(broken))
        {
            return OandaReply.Unknown(Plain(broken is OperationCanceledException ? "OANDA did not answer in time" : broken.Message));
        }
    }

    HttpRequestMessage Request(HttpMethod method, Uri uri, VenueCall call)
    {
        var request = new HttpRequestMessage(method, uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", keys.Key);
        request.Headers.TryAddWithoutValidation("Accept-Datetime-Format", "RFC3339");
        request.Options.Set(CallKey, call);
        return request;
    }

    WorkbenchException Refusal(string name, HttpStatusCode status, byte[] body)
    {
        var said = Said(body) is { } answer ? Plain(answer.ErrorMessage ?? answer.ErrorCode ?? "no reason given").TrimEnd('.') : "no reason that can be read";
        return status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => OandaErrors.NotAuthorised(keys, said),
            HttpStatusCode.NotFound when name is "GET account" or "GET summary" or "GET instruments" || name.EndsWith("/stream", StringComparison.Ordinal) =>
                OandaErrors.NoSuchAccount(keys, said),
            >= HttpStatusCode.InternalServerError => OandaErrors.NoAnswer(name, $"it answered {(int)status}, {said}"),
            _ => OandaErrors.Refused(name, (int)status, said),
        };
    }

    static OandaAnswer? Said(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, OandaWire.Default.OandaAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static VenueCall Call(string name) => new(name) { Buckets = [Requests] };

    // '@' before a client id is the venue's own sign and stays as it is.
    static string Specifier(string text) => text.StartsWith('@') ? "@" + Uri.EscapeDataString(text[1..]) : Uri.EscapeDataString(text);

    static string Moment(long nanos) => Uri.EscapeDataString(UtcNanos.ToIso(nanos));

    // Names, sockets and certificates come before the request: it has not left. Of a call that may be repeated this is the last attempt only.
    static bool IsBeforeTheFirstByte(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;

    static bool IsOfTheWay(Exception broken) => broken is not (OutOfMemoryException or StackOverflowException or WorkbenchException);

    long Sent(HttpResponseMessage response) => UtcNanos.From((response.Headers.Date ?? time.GetUtcNow()).UtcDateTime);
}
