using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Workbench.Simulators.Oanda;

/// <summary>The calls of the REST interface by path, as the vendor's description lists them.</summary>
sealed class OandaRoutes(OandaAccount account, OandaCandleCall candles, OandaGate gate)
{
    const string Home = "/v3/accounts/{account}";

    public void Map(IEndpointRouteBuilder routes)
    {
        MapAccount(routes);
        MapOrders(routes);
        MapTrades(routes);
        MapTransactions(routes);
    }

    void MapAccount(IEndpointRouteBuilder routes)
    {
        Get(routes, "/v3/accounts", _ => account.List());
        Get(routes, Home, _ => account.Details());
        Get(routes, Home + "/summary", _ => account.Summarize());
        Get(routes, Home + "/instruments", http => account.Instruments(Query(http).List("instruments")));
        Get(routes, Home + "/changes", http => account.Changes(Query(http).NeedID("sinceTransactionID")));
        Get(routes, Home + "/pricing", http =>
            account.Pricing(Query(http).NeedList("instruments"), Query(http).Flag("includeHomeConversions", false)));
        Get(routes, "/v3/instruments/{instrument}/candles", http => candles.Answer(Name(http, "instrument"), Query(http)));
        Get(routes, Home + "/instruments/{instrument}/candles", http => candles.Answer(Name(http, "instrument"), Query(http)));
    }

    void MapOrders(IEndpointRouteBuilder routes)
    {
        Get(routes, Home + "/orders", http => account.Orders(Query(http).Filter("PENDING", "PENDING", "FILLED", "TRIGGERED", "CANCELLED", "ALL")));
        Get(routes, Home + "/pendingOrders", _ => account.PendingOrders());
        Get(routes, Home + "/orders/{order}", http => account.Order(Name(http, "order")));
        Change(routes, "POST", Home + "/orders", (_, body, id) => account.Create(body, id));
        Change(routes, "PUT", Home + "/orders/{order}", (http, body, id) => account.Replace(Name(http, "order"), body, id));
        Change(routes, "PUT", Home + "/orders/{order}/cancel", (http, _, id) => account.Cancel(Name(http, "order"), id));
        Change(routes, "PUT", Home + "/orders/{order}/clientExtensions", (http, body, id) => account.Rename(Name(http, "order"), body, id));
    }

    void MapTrades(IEndpointRouteBuilder routes)
    {
        Get(routes, Home + "/trades", http => account.Trades(Query(http).Filter("OPEN", "OPEN", "CLOSED", "CLOSE_WHEN_TRADEABLE", "ALL")));
        Get(routes, Home + "/openTrades", _ => account.OpenTrades());
        Get(routes, Home + "/trades/{trade}", http => account.Trade(Name(http, "trade")));
        Change(routes, "PUT", Home + "/trades/{trade}/close", (http, body, id) => account.CloseTrade(Name(http, "trade"), body, id));
        Change(routes, "PUT", Home + "/trades/{trade}/orders", (http, body, id) => account.SetOrders(Name(http, "trade"), body, id));
        Change(routes, "PUT", Home + "/trades/{trade}/clientExtensions", (http, body, id) => account.RenameTrade(Name(http, "trade"), body, id));
        Get(routes, Home + "/positions", _ => account.Positions(isOpen: false));
        Get(routes, Home + "/openPositions", _ => account.Positions(isOpen: true));
        Get(routes, Home + "/positions/{instrument}", http => account.PositionIn(Name(http, "instrument")));
        Change(routes, "PUT", Home + "/positions/{instrument}/close", (http, body, id) => account.ClosePosition(Name(http, "instrument"), body, id));
    }

    void MapTransactions(IEndpointRouteBuilder routes)
    {
        Get(routes, Home + "/transactions", http => Pages(Query(http), $"{http.Request.Scheme}://{http.Request.Host}"));
        Get(routes, Home + "/transactions/sinceid", http => account.Since(Query(http).NeedID("id"), Query(http).Kinds()));
        Get(routes, Home + "/transactions/idrange", http => Range(Query(http)));
        Get(routes, Home + "/transactions/{transaction:long}", http =>
            account.Transaction(long.Parse(Name(http, "transaction"), CultureInfo.InvariantCulture)));
    }

    OandaAnswer Pages(OandaQuery query, string host) =>
        account.Pages(query.Time("from"), query.Time("to"), query.Count("pageSize", 100, 1_000), host);

    OandaAnswer Range(OandaQuery query) => account.Range(query.NeedID("from"), query.NeedID("to"), query.Kinds());

    void Get(IEndpointRouteBuilder routes, string path, Func<HttpContext, OandaAnswer> answer)
    {
        var asked = Asked(answer);
        routes.MapGet(path, http => Serve(http, false, asked));
    }

    void Change(IEndpointRouteBuilder routes, string method, string path, Func<HttpContext, JsonFields, string, OandaAnswer> answer)
    {
        var changed = Changed(answer);
        routes.MapMethods(path, [method], http => Serve(http, true, changed));
    }

    static Func<HttpContext, Task<OandaAnswer>> Asked(Func<HttpContext, OandaAnswer> answer) => http => Task.FromResult(answer(http));

    static Func<HttpContext, Task<OandaAnswer>> Changed(Func<HttpContext, JsonFields, string, OandaAnswer> answer) => async http =>
        answer(http, await OandaGate.Body(http).ConfigureAwait(false), OandaGate.RequestID(http));

    async Task Serve(HttpContext http, bool isChange, Func<HttpContext, Task<OandaAnswer>> answer)
    {
        try
        {
            var refusal = await gate.WhyNot(http).ConfigureAwait(false);
            await gate.Send(http, refusal ?? await answer(http).ConfigureAwait(false), isChange && refusal is null).ConfigureAwait(false);
        }
        catch (BadRequestException bad)
        {
            await gate.Send(http, OandaAnswer.Error(400, bad.Message), isChange: false).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone.
        }
        catch (Exception bug) when (!http.Response.HasStarted)
        {
            // A bug of the simulator is to be seen by the test that met it.
            await gate.Send(http, OandaAnswer.Error(500, bug.ToString()), isChange: false).ConfigureAwait(false);
        }
    }

    static OandaQuery Query(HttpContext http) => new(http.Request.Query);

    static string Name(HttpContext http, string part) => (string)http.Request.RouteValues[part]!;
}
