using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbench.Simulators.Binance;

/// <summary>The way of every call: faults, limits, key, clock and signature, then what was asked for, then faults once more.</summary>
sealed class BinanceGate(BinanceDesk desk, BinanceSignature signature)
{
    const int MostWindow = 60_000;

    public async Task<BinanceAnswer> HandleAsync(Endpoint endpoint, BinanceCall call)
    {
        var weight = endpoint.Weight(call.Sent);
        try
        {
            if (desk.Faults.Take(FaultKind.Delay, 1_000, out var late))
            {
                await Task.Delay(late).ConfigureAwait(false);
            }

            Admit(endpoint, call, weight);
            MeetRaces(endpoint, call.Sent);
            var body = endpoint.Handle(call.Sent);
            desk.Limits.Charge(endpoint.IsFreeWhenDone ? 0 : weight);
            return await AfterAsync(endpoint, body).ConfigureAwait(false);
        }
        catch (BinanceRefusal refusal)
        {
            desk.Limits.Charge(refusal.Status is 429 or 418 ? 0 : weight);
            return Refused(refusal);
        }
    }

    void Admit(Endpoint endpoint, BinanceCall call, int weight)
    {
        if (desk.Faults.Take(FaultKind.Maintenance))
        {
            throw desk.Closed;
        }

        if (desk.Faults.Take(FaultKind.Banned, 120, out var seconds))
        {
            throw new BinanceRefusal(418, -1003, CommonErrors.Banned(desk.NowMs + seconds * 1000L).Message, RetryAfter(seconds));
        }

        if (desk.Faults.Take(FaultKind.TooManyRequests, 1, out seconds))
        {
            throw new BinanceRefusal(429, -1003, CommonErrors.TooMuchWeight(desk.Limits.WeightLimit).Message, RetryAfter(seconds));
        }

        desk.Limits.Ask(weight);
        Authenticate(endpoint, call);
        if (endpoint.CountsAsOrder)
        {
            desk.Limits.AskForOrder();
        }
    }

    static JsonObject RetryAfter(int seconds) => new() { ["retryAfterSeconds"] = seconds };

    /// <summary>Checks key, timestamp and signature, as far as the call needs them.</summary>
    public void Authenticate(Endpoint endpoint, BinanceCall call)
    {
        if (endpoint.Security == Security.None)
        {
            return;
        }

        if (!call.IsLoggedOn)
        {
            CheckKey(call.Key);
        }

        if (endpoint.Security == Security.Signed)
        {
            CheckClock(call.Sent);
            if (!call.IsLoggedOn)
            {
                CheckSignature(call);
            }
        }
    }

    void CheckKey(string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            throw CommonErrors.KeyFormat();
        }

        if (key != desk.Options.ApiKey || desk.Faults.Take(FaultKind.TokenExpired))
        {
            throw CommonErrors.KeyRefused();
        }
    }

    // A timestamp up to a second ahead is taken, one older than the window is not.
    void CheckClock(Params sent)
    {
        var timestamp = sent.NeededLong("timestamp");
        var window = sent.Decimal("recvWindow") ?? 5_000;
        if (window > MostWindow)
        {
            throw CommonErrors.BadWindow();
        }

        // Microseconds are accepted as well: sixteen digits.
        var ms = timestamp > 100_000_000_000_000 ? timestamp / 1000 : timestamp;
        if (ms >= desk.NowMs + 1_000)
        {
            throw CommonErrors.AheadOfServer();
        }

        if (desk.NowMs - ms > window)
        {
            throw CommonErrors.OutsideWindow();
        }
    }

    void CheckSignature(BinanceCall call)
    {
        var shown = call.Sent.Needed("signature");
        if (!call.IsEncoded || !(signature.Fits(call.Payload, shown) || (call.OtherPayload is { } other && signature.Fits(other, shown))))
        {
            throw CommonErrors.BadSignature();
        }
    }

    // Somebody trades with the order in the moment between its owner's decision and the exchange's.
    void MeetRaces(Endpoint endpoint, Params sent)
    {
        var meets = ((endpoint.Deed == Deed.Cancel || endpoint.Path.EndsWith("cancelReplace", StringComparison.Ordinal)) && desk.Faults.Take(FaultKind.PartialFillThenCancelRace))
            || (endpoint.Deed == Deed.Amend && desk.Faults.Take(FaultKind.AmendFillRace));
        if (meets && desk.Meant(sent) is { IsOpen: true } order)
        {
            var step = desk.Exchange.Instruments.First(each => each.Symbol == order.Symbol);
            desk.Exchange.Hit(order.Id, Math.Max(step.LotStep, step.FloorQty(order.LeavesQty / 2)));
        }
    }

    async Task<BinanceAnswer> AfterAsync(Endpoint endpoint, JsonNode body)
    {
        if (endpoint.CountsAsOrder)
        {
            desk.Limits.CountOrder(1);
        }

        if (endpoint.Deed == Deed.Submit && desk.Faults.Take(FaultKind.FillBeforeAck, 100, out var late))
        {
            await Task.Delay(late).ConfigureAwait(false);
        }

        var answer = new BinanceAnswer(200, body, [desk.Limits.WeightHeader, .. endpoint.CountsAsOrder ? desk.Limits.OrderHeaders : []]);
        if (endpoint.Deed == Deed.None)
        {
            return answer;
        }

        if (desk.Faults.Take(FaultKind.DropAckAfterAccept))
        {
            return answer with { IsLost = true };
        }

        if (desk.Faults.Take(FaultKind.ServerErrorWithOrderAccepted))
        {
            return Refused(desk.UnknownOutcome);
        }

        try
        {
            desk.MeetOwnFaults();
        }
        catch (BinanceRefusal refusal)
        {
            return Refused(refusal);
        }

        return answer;
    }

    BinanceAnswer Refused(BinanceRefusal refusal)
    {
        var headers = new List<(string, string)> { desk.Limits.WeightHeader };
        if (refusal.Status is 429 or 418)
        {
            var seconds = (int?)refusal.Details?["retryAfterSeconds"] ?? desk.Limits.RetryAfter(refusal.Status);
            headers.Add(("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)));
        }

        var body = refusal.Status is 429 or 418 ? new BinanceRefusal(refusal.Status, refusal.Code, refusal.Message).Body : refusal.Body;
        return new BinanceAnswer(refusal.Status, body, headers);
    }
}
