using Workbench.Brokers.Links;
using Workbench.Model;

namespace Workbench.Brokers.Oanda;

/// <summary>
/// An account at OANDA, and its prices. Orders are found again by our id, which travels in their client extensions; on accounts
/// that hedge, an order opens a trade of its own unless it is reduce-only.
/// </summary>
public sealed class OandaBroker : IVenue, IFeed
{
    readonly OandaOptions patience;
    readonly OandaRest rest;
    readonly OandaStream stream;
    readonly OandaSymbols symbols = new();
    readonly List<Link> links = [];
    readonly VenueKeys keys;
    readonly TimeProvider time;
    OandaLedger? ledger;
    string? currency;

    /// <summary>Talks to one account.</summary>
    /// <param name="keys">Token and account.</param>
    /// <param name="hosts">Where; practice unless told otherwise.</param>
    /// <param name="http">What sends, with the pipeline of retries, limits and breaker inside.</param>
    /// <param name="time">Clock of pauses and watchdogs.</param>
    /// <param name="options">How patient; null for the defaults.</param>
    public OandaBroker(VenueKeys keys, OandaHosts hosts, HttpClient http, TimeProvider time, OandaOptions? options = null)
    {
        (this.keys, this.time) = (keys, time);
        patience = options ?? new OandaOptions();
        rest = new OandaRest(http, keys, hosts, time);
        stream = new OandaStream(rest, patience, time);
    }

    /// <summary>What OANDA can do. Its limit is 120 requests a second and address, of which we use at most 100, as it advises for one connection; new connections 2 a second.</summary>
    public static VenueCapabilities WhatItCan { get; } = new()
    {
        Venue = "oanda",
        OrderTypes = OandaMap.Types,
        TimesInForce = OandaMap.TimesInForce,
        ReduceOnly = true,
        Replace = true,
        Feeds = [DataKind.Ticks],
        Rates =
        [
            new RateRule(OandaRest.Requests, 100, TimeSpan.FromSeconds(1)),
            new RateRule(OandaRest.Connections, 2, TimeSpan.FromSeconds(1)) { Reserve = 0 },
        ],
    };

    /// <inheritdoc/>
    public VenueCapabilities Capabilities => WhatItCan;

    /// <inheritdoc/>
    public string Name => WhatItCan.Venue;

    /// <inheritdoc/>
    public IReadOnlyList<DataKind> Kinds => WhatItCan.Feeds;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Instrument>> Instruments(IReadOnlyList<string> wanted, CancellationToken cancel)
    {
        var known = (await rest.Instruments(cancel).ConfigureAwait(false)).ToDictionary(each => OandaSymbols.Plain(each.Name), StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return [.. known.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => OandaMap.Instrument(each.Value, each.Key))];
        }

        var missing = wanted.Where(symbol => !known.ContainsKey(symbol)).ToList();
        return missing.Count == 0
            ? [.. wanted.Select(symbol => OandaMap.Instrument(known[symbol], symbol))]
            : throw OandaErrors.NoSuchInstrument(missing, [.. known.Keys.Order(StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    /// <remarks>By the second that answers are dated with: good to half a second. Nothing at OANDA depends on it.</remarks>
    public async Task<TimeSpan> ClockOffset(CancellationToken cancel)
    {
        var asked = time.GetUtcNow();
        var answer = await rest.Summary(cancel).ConfigureAwait(false);
        var midway = asked + (time.GetUtcNow() - asked) / 2;
        return UtcNanos.ToDateTime(answer.Time) + TimeSpan.FromSeconds(0.5) - midway.UtcDateTime;
    }

    /// <inheritdoc/>
    public async Task<VenueAccount> Account(IReadOnlyList<Instrument> instruments, CancellationToken cancel)
    {
        symbols.Add(instruments);
        var answer = await rest.Account(cancel).ConfigureAwait(false);
        var account = answer.Value.Account;
        var names = instruments.Select(OandaSymbols.NameOf).ToHashSet(StringComparer.Ordinal);
        return new VenueAccount(account.Id, answer.Time)
        {
            Balances = [new Money(account.Balance, account.Currency)],
            Positions = [.. (account.Positions ?? []).Where(each => names.Contains(each.Instrument)).Select(each => OandaMap.Position(each, symbols))],
        };
    }

    /// <inheritdoc/>
    public async Task Listen(IReadOnlyList<Instrument> instruments, IInbox inbox, CancellationToken cancel)
    {
        symbols.Add(instruments);
        var accounts = await rest.Accounts(cancel).ConfigureAwait(false);
        var ours = accounts.FirstOrDefault(each => each.Id == keys.Account)
            ?? throw OandaErrors.NoSuchAccount(keys, $"it has {string.Join(", ", accounts.Select(each => each.Id))}");
        if (ours.Mt4AccountId is not null)
        {
            throw OandaErrors.LinkedToMt4(keys.Account);
        }

        var summary = (await rest.Summary(cancel).ConfigureAwait(false)).Value;
        currency = summary.Account.Currency;
        var heard = new OandaLedger(inbox, new OandaReports(symbols, currency), OandaLedger.NumberOf(summary.LastTransactionId));
        ledger = heard;
        await Keep(new Link(LinkKind.Orders, inbox, time, (flows, stop) => stream.Transactions(heard, flows, stop)), cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task Subscribe(IReadOnlyList<Instrument> instruments, DataKind kind, IInbox inbox, CancellationToken cancel)
    {
        if (kind != DataKind.Ticks)
        {
            throw OandaErrors.NoSuchFeed(kind);
        }

        return Keep(new Link(LinkKind.Prices, inbox, time, (flows, stop) => stream.Prices(instruments, inbox, flows, stop)), cancel);
    }

    /// <inheritdoc/>
    public async Task<SendResult> Submit(RiskApproved<OrderRequest> order, CancellationToken cancel)
    {
        var wanted = order.Value;
        if (OandaMap.Unfit(wanted) is { } why)
        {
            return SendResult.NotSent(why);
        }

        var reply = await rest.Create(OandaMap.Body(wanted), cancel).ConfigureAwait(false);
        return Answer(reply, new OrderKey(wanted.Instrument, wanted.ClOrdId, ""), ExecType.Rejected, answer => answer.OrderCreateTransaction is not null);
    }

    /// <inheritdoc/>
    public async Task<SendResult> Cancel(OrderKey order, CancellationToken cancel)
    {
        var reply = await rest.Cancel(Working(order), cancel).ConfigureAwait(false);
        return Answer(reply, order, ExecType.CancelRejected, answer => answer.OrderCancelTransaction is not null);
    }

    /// <inheritdoc/>
    public async Task<SendResult> Replace(OrderKey order, RiskApproved<OrderRequest> wanted, CancellationToken cancel)
    {
        if (OandaMap.Unfit(wanted.Value) is { } why)
        {
            return SendResult.NotSent(why);
        }

        var reply = await rest.Replace(Working(order), OandaMap.Body(wanted.Value), cancel).ConfigureAwait(false);
        return Answer(reply, order, ExecType.ReplaceRejected, answer => answer is { OrderCancelTransaction: not null, OrderCreateTransaction: not null });
    }

    /// <inheritdoc/>
    public async Task<VenueOrder?> Query(OrderKey order, CancellationToken cancel)
    {
        symbols.Add([order.Instrument]);
        try
        {
            currency ??= (await rest.Summary(cancel).ConfigureAwait(false)).Value.Account.Currency;
            return await new OandaInquiry(rest, symbols, patience, time).Ask(order, currency, cancel).ConfigureAwait(false);
        }
        catch (FormatException strange)
        {
            throw OandaErrors.NotUnderstood("GET order", rest.Plain(strange.Message), strange);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<VenueOrder>> OpenOrders(IReadOnlyList<Instrument> instruments, CancellationToken cancel)
    {
        symbols.Add(instruments);
        var pending = await rest.Pending(cancel).ConfigureAwait(false);
        var trades = pending.Any(each => each.Instrument is null) ? await rest.OpenTrades(cancel).ConfigureAwait(false) : [];
        var ours = instruments.Select(each => each.Symbol).ToHashSet(StringComparer.Ordinal);
        return [.. pending.Select(each => OandaMap.Listed(each, trades, symbols)).OfType<VenueOrder>().Where(each => ours.Contains(each.Symbol))];
    }

    /// <summary>Minutes that have closed, oldest first, of the price halfway between bid and ask: what a strategy is warmed up with.</summary>
    public async Task<IReadOnlyList<Bar>> Minutes(Instrument instrument, TimeRange range, CancellationToken cancel)
    {
        const long AtOnce = 4_000 * UtcNanos.Minute;
        var bars = new List<Bar>();
        for (var from = range.From; from < range.To; from += AtOnce)
        {
            var candles = await rest.Candles(OandaSymbols.NameOf(instrument), new TimeRange(from, Math.Min(range.To, from + AtOnce)), cancel).ConfigureAwait(false);
            bars.AddRange(candles.Where(each => each is { Complete: true, Mid: not null }).Select(each => OandaMap.Bar(each, each.Mid!, instrument))
                .Where(bar => bar.OpenNanos >= from && bar.CloseNanos <= range.To));
        }

        return bars;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var link in links)
        {
            await link.DisposeAsync().ConfigureAwait(false);
        }

        links.Clear();
    }

    // Our id goes on with an amended order and the venue's does not, so ours is surer to meet the one that works.
    static string Working(OrderKey order) => order.ClOrdId.Length > 0 ? "@" + order.ClOrdId : order.VenueOrderId;

    Task Keep(Link link, CancellationToken cancel)
    {
        links.Add(link);
        return link.Start(cancel);
    }

    SendResult Answer(OandaReply reply, OrderKey key, ExecType refusal, Func<OandaAnswer, bool> isProof)
    {
        if (reply.Answer is not { } answer)
        {
            return reply.Lost;
        }

        try
        {
            return reply.IsDone ? Take(answer, isProof)
                : reply.IsRefused ? Refuse(reply, answer, key, refusal)
                : SendResult.Unknown($"OANDA answered {(int)reply.Status}");
        }
        catch (FormatException strange)
        {
            return SendResult.Unknown(rest.Plain($"OANDA's answer is not understood: {strange.Message}"));
        }
    }

    SendResult Take(OandaAnswer answer, Func<OandaAnswer, bool> isProof)
    {
        ledger?.Answered(
        [
            answer.OrderCreateTransaction, answer.OrderFillTransaction, answer.OrderCancelTransaction, answer.ReplacingOrderCancelTransaction,
            answer.OrderReissueTransaction is { } anew ? anew with { Reason = null } : null,
        ]);
        return isProof(answer) ? SendResult.Answered : SendResult.Unknown("OANDA's answer lacks the transaction that was asked for");
    }

    SendResult Refuse(OandaReply reply, OandaAnswer answer, OrderKey key, ExecType refusal)
    {
        var proof = answer.OrderRejectTransaction ?? answer.OrderCancelRejectTransaction;
        var reason = proof?.RejectReason ?? answer.ErrorCode;
        var text = rest.Plain(string.Join(": ", new[] { reason, answer.ErrorMessage }.Where(word => !string.IsNullOrEmpty(word)).Distinct(StringComparer.Ordinal)));
        if (refusal == ExecType.Rejected && reason == OandaReasons.Duplicate)
        {
            return SendResult.Unknown("OANDA has an order of that id already: it was sent before");
        }

        var when = proof?.Time is { } said ? OandaMap.Time(said) : reply.Time;
        ledger?.Refused(proof, OandaReports.Refused(key, refusal, reason, text, when));
        return new SendResult(SendOutcome.Answered, text);
    }
}
