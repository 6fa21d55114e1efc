using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Workbench.Simulators.Oanda;

/// <summary>The two streams, prices and transactions, and what goes wrong with them.</summary>
sealed class OandaStreams
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    readonly OandaOptions options;
    readonly OandaAccount account;
    readonly OandaGate gate;
    readonly Faults faults;
    readonly CancellationToken stopping;
    readonly Lock guard = new();
    readonly HashSet<OandaLine> open = [];

    public OandaStreams(OandaOptions options, OandaAccount account, OandaGate gate, Faults faults, CancellationToken stopping)
    {
        (this.options, this.account, this.gate, this.faults, this.stopping) = (options, account, gate, faults, stopping);
        faults.Armed += Strike;
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v3/accounts/{account}/pricing/stream", http => Serve(http, Prices));
        routes.MapGet("/v3/accounts/{account}/transactions/stream", http => Serve(http, Transactions));
    }

    async Task Serve(HttpContext http, Func<HttpContext, OandaLine, CancellationToken, Task> tell)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        using var line = new OandaLine(http, faults);
        try
        {
            if (await gate.WhyNot(http).ConfigureAwait(false) is { } refusal)
            {
                await gate.Send(http, refusal, isChange: false).ConfigureAwait(false);
                return;
            }

            Keep(line, isOpen: true);
            await tell(http, line, end.Token).ConfigureAwait(false);
        }
        catch (BadRequestException bad)
        {
            await gate.Send(http, OandaAnswer.Error(400, bad.Message), isChange: false).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The reader has gone, or the venue closes.
        }
        finally
        {
            Keep(line, isOpen: false);
        }
    }

    async Task Prices(HttpContext http, OandaLine line, CancellationToken end)
    {
        var query = new OandaQuery(http.Request.Query);
        var names = query.NeedList("instruments");
        if (names.FirstOrDefault(name => options.Tradeable.All(each => each.Name != name)) is not null)
        {
            throw BadRequestException.Invalid("instruments");
        }

        var told = query.Flag("snapshot", true) ? [] : names.ToDictionary(name => name, account.Price);
        await line.Open().ConfigureAwait(false);
        await Task.WhenAll(TellPrices(line, names, told, end), TellBeats(line, withID: false, end)).ConfigureAwait(false);
    }

    // The last price of each window; a stream opened a moment later has other windows, and so other prices.
    async Task TellPrices(OandaLine line, ISet<string> names, Dictionary<string, OandaPrice?> told, CancellationToken end)
    {
        while (true)
        {
            foreach (var name in names)
            {
                if (account.Price(name) is { } price && !ReferenceEquals(told.GetValueOrDefault(name), price))
                {
                    told[name] = price;
                    await line.Tell(price).ConfigureAwait(false);
                }
            }

            await Task.Delay(options.PriceWindow, end).ConfigureAwait(false);
        }
    }

    async Task Transactions(HttpContext http, OandaLine line, CancellationToken end)
    {
        var entries = account.Listen();
        try
        {
            await line.Open().ConfigureAwait(false);
            await Task.WhenAll(TellTransactions(line, entries.Reader, end), TellBeats(line, withID: true, end)).ConfigureAwait(false);
        }
        finally
        {
            account.Leave(entries);
        }
    }

    async Task TellTransactions(OandaLine line, System.Threading.Channels.ChannelReader<Transaction> entries, CancellationToken end)
    {
        Transaction? held = null;
        await foreach (var entry in entries.ReadAllAsync(end).ConfigureAwait(false))
        {
            if (faults.Take(FaultKind.Venue, OandaFaults.LostTransaction))
            {
                continue;
            }

            if (held is null && faults.Take(FaultKind.OutOfOrderStatus))
            {
                held = entry;
                continue;
            }

            await line.Tell(entry).ConfigureAwait(false);
            if (entry is FillTransaction && faults.Take(FaultKind.DuplicateFill))
            {
                await line.Tell(entry).ConfigureAwait(false);
            }

            if (held is not null)
            {
                await line.Tell(held).ConfigureAwait(false);
                held = null;
            }
        }
    }

    async Task TellBeats(OandaLine line, bool withID, CancellationToken end)
    {
        while (true)
        {
            await Task.Delay(options.Heartbeat ?? Beat, end).ConfigureAwait(false);
            await line.Tell(account.Beat(withID)).ConfigureAwait(false);
        }
    }

    void Keep(OandaLine line, bool isOpen)
    {
        lock (guard)
        {
            _ = isOpen ? open.Add(line) : open.Remove(line);
        }
    }

    void Strike(Fault fault)
    {
        lock (guard)
        {
            foreach (var line in open.Where(_ => fault.Kind is FaultKind.HeartbeatStop))
            {
                line.FallSilent();
            }

            foreach (var line in open.Where(_ => fault.Kind is FaultKind.TokenExpired))
            {
                line.Break();
            }
        }

        if (fault.Kind == FaultKind.HeartbeatStop)
        {
            faults.Take(FaultKind.HeartbeatStop);
        }
    }
}
