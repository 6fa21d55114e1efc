using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Simulators.Binance;

/// <summary>One connection to the WebSocket API of spot: calls with an id, a session that may be logged on, and the account's own events.</summary>
sealed class SpotSocketApi(SpotDesk desk, BinanceGate gate, BinanceSignature signature, StreamConnection connection)
{
    const int MostSubscriptions = 1_000;
    static readonly Endpoint LogonRule = new("WS", "session.logon", Security.Signed, _ => 2, _ => new JsonObject());
    readonly long connectedSince = desk.NowMs;
    readonly SortedDictionary<int, bool> subscriptions = [];
    int nextSubscription;
    string? loggedOn;
    long authorizedSince;

    public void OnText(string text) => _ = AnswerAsync(text);

    /// <summary>Ends what the connection listened to.</summary>
    public void Leave() => desk.Events.Leave(this);

    /// <summary>What a session is told whose key is valid no more.</summary>
    public void Revoke()
    {
        connection.Send(BinanceJson.Text(Failed(null, CommonErrors.KeyRefused())));
        connection.Close("key revoked");
    }

    async Task AnswerAsync(string text)
    {
        JsonNode? id = null;
        JsonObject answer;
        try
        {
            using var message = JsonDocument.Parse(text);
            id = message.RootElement.TryGetProperty("id", out var given) ? JsonNode.Parse(given.GetRawText()) : null;
            var method = message.RootElement.TryGetProperty("method", out var named) ? named.GetString() ?? "" : "";
            var sent = Params.OfMessage(message.RootElement.TryGetProperty("params", out var parameters) ? parameters : null);
            answer = await AnswerAsync(id, method, sent).ConfigureAwait(false) ?? [];
        }
        catch (JsonException)
        {
            answer = Failed(id, new BinanceRefusal(400, -1135, "Invalid JSON Request"));
        }
        catch (BinanceRefusal refusal)
        {
            answer = Failed(id, refusal);
        }

        if (answer.Count > 0)
        {
            connection.Send(BinanceJson.Text(answer));
        }
    }

    async Task<JsonObject?> AnswerAsync(JsonNode? id, string method, Params sent)
    {
        // Encoded, as REST has to be since 2026, or as it is, as the documentation's own example of a socket's signature: both hold.
        var call = new BinanceCall(sent, sent.Text("apiKey"), sent.Sorted(isEncoded: true), OtherPayload: sent.Sorted(isEncoded: false), IsLoggedOn: loggedOn is not null && !sent.Has("apiKey"));
        if (OfSession(method, sent, call) is { } own)
        {
            desk.Limits.Charge(2);
            return Done(id, own);
        }

        var endpoint = desk.Endpoints.FirstOrDefault(each => each.Method == method)
            ?? throw new BinanceRefusal(400, -1020, "This operation is not supported.");
        var answer = await gate.HandleAsync(endpoint, call).ConfigureAwait(false);
        if (answer.IsLost)
        {
            connection.Abort();
            return null;
        }

        return answer.Status == 200 ? Done(id, answer.Body, endpoint.CountsAsOrder) : Failed(id, answer);
    }

    JsonNode? OfSession(string method, Params sent, BinanceCall call)
    {
        switch (method)
        {
            case "session.logon":
                return Logon(sent, call);
            case "session.status":
                return Status();
            case "session.logout":
                loggedOn = null;
                End(subscriptions.Where(each => each.Value).Select(each => each.Key));
                return Status();
            case "session.subscriptions":
                return new JsonArray([.. subscriptions.Keys.Select(each => new JsonObject { ["subscriptionId"] = each })]);
            case "userDataStream.subscribe":
                return loggedOn is null ? throw CommonErrors.KeyRefused() : Subscribe(byLogon: true);
            case "userDataStream.subscribe.signature":
                gate.Authenticate(LogonRule, call);
                return Subscribe(byLogon: false);
            case "userDataStream.unsubscribe":
                End(sent.Long("subscriptionId") is { } one ? [(int)one] : [.. subscriptions.Keys]);
                return new JsonObject();
            default:
                return null;
        }
    }

    JsonObject Logon(Params sent, BinanceCall call)
    {
        if (!signature.IsEd25519)
        {
            throw new BinanceRefusal(400, -4056, "HMAC_SHA256 API key is not supported.");
        }

        gate.Authenticate(LogonRule, call with { IsLoggedOn = false });
        (loggedOn, authorizedSince) = (sent.Needed("apiKey"), desk.NowMs);
        return Status();
    }

    JsonObject Status() => new()
    {
        ["apiKey"] = loggedOn,
        ["authorizedSince"] = loggedOn is null ? null : authorizedSince,
        ["connectedSince"] = connectedSince,
        ["returnRateLimits"] = true,
        ["serverTime"] = desk.NowMs,
        ["userDataStream"] = subscriptions.Count > 0,
    };

    // There is one account, so a second subscription of this connection would be its second of that account.
    JsonObject Subscribe(bool byLogon)
    {
        if (subscriptions.Count > 0)
        {
            throw new BinanceRefusal(400, -2035, "User Data Stream subscription already active.");
        }

        if (nextSubscription >= MostSubscriptions * 65)
        {
            throw new BinanceRefusal(400, -2042, "User Data Stream subscription limit reached.");
        }

        var subscription = nextSubscription++;
        subscriptions[subscription] = byLogon;
        desk.Events.Join(this, text => connection.Send($"{{\"subscriptionId\":{subscription},\"event\":{text}}}"));
        return new JsonObject { ["subscriptionId"] = subscription };
    }

    void End(IEnumerable<int> which)
    {
        foreach (var subscription in which.ToList())
        {
            if (!subscriptions.Remove(subscription))
            {
                throw new BinanceRefusal(400, -2036, "User Data Stream subscription not active.");
            }

            desk.Events.Leave(this);
        }
    }

    JsonObject Done(JsonNode? id, JsonNode result, bool isOrder = false) => new()
    {
        ["id"] = id?.DeepClone(), ["status"] = 200, ["result"] = result.DeepClone(), ["rateLimits"] = RateLimits(isOrder),
    };

    JsonObject Failed(JsonNode? id, BinanceRefusal refusal) => Failed(id, new BinanceAnswer(refusal.Status, refusal.Body, []));

    JsonObject Failed(JsonNode? id, BinanceAnswer answer)
    {
        var error = answer.Body.DeepClone();
        var seconds = answer.Headers.FirstOrDefault(each => each.Name == "Retry-After").Value;
        if (seconds is not null)
        {
            error["data"] = new JsonObject
            {
                ["serverTime"] = desk.NowMs, ["retryAfter"] = desk.NowMs + 1000 * long.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture),
            };
        }

        return new JsonObject { ["id"] = id?.DeepClone(), ["status"] = answer.Status, ["error"] = error, ["rateLimits"] = RateLimits(false) };
    }

    JsonArray RateLimits(bool withOrders)
    {
        var weight = SpotDesk.Limit("REQUEST_WEIGHT", "MINUTE", 1, desk.Limits.WeightLimit);
        weight["count"] = desk.Limits.UsedWeight;
        return withOrders ? new JsonArray([.. desk.OrderCounts(), weight]) : [weight];
    }
}
