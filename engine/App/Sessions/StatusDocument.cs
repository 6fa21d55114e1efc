using System.Globalization;
using System.Text.Json;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>How a session stands, as one JSON document: what the socket answers, what <c>status --json</c> prints.</summary>
static class StatusDocument
{
    public static string Of(SessionHeader header, SessionView view, LatencyMeter latency, IReadOnlyList<RiskAlert> alerts, PerformanceMonitor performance, IReadOnlyList<NoticeFigures> notices)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Write(json, header, view, latency, alerts, performance, notices);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    static void Write(Utf8JsonWriter json, SessionHeader header, SessionView view, LatencyMeter latency, IReadOnlyList<RiskAlert> alerts, PerformanceMonitor performance, IReadOnlyList<NoticeFigures> notices)
    {
        json.WriteStartObject();
        json.WriteString("session", header.Id);
        json.WriteString("mode", header.Mode.ToString().ToLowerInvariant());
        json.WriteString("broker", header.Broker);
        json.WriteString("account", header.VenueAccount);
        json.WriteString("feed", header.Feed);
        json.WriteNumber("pid", Environment.ProcessId);
        json.WriteString("time", UtcNanos.ToIso(view.Time));
        json.WriteBoolean("trading", view.Reasons.Count == 0);
        Strings(json, "reasons", view.Reasons);
        json.WriteString("equity", Money(view.Equity));
        json.WriteString("balance", Money(view.Balance));
        json.WriteString("currency", header.Currency);
        json.WriteStartArray("positions");
        foreach (var held in view.Positions)
        {
            json.WriteStartObject();
            json.WriteString("symbol", held.Symbol);
            json.WriteString("qty", Money(held.Qty));
            json.WriteString("bid", Money(held.Bid));
            json.WriteString("ask", Money(held.Ask));
            json.WriteString("unrealised", Money(held.Unrealised));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("orders");
        foreach (var order in view.Orders)
        {
            json.WriteStartObject();
            json.WriteString("id", header.Venue is null ? order.ClientOrderId.ToString(CultureInfo.InvariantCulture) : ClOrdIds.Of(header.Key, order.ClientOrderId));
            json.WriteString("symbol", order.Symbol);
            json.WriteString("side", order.Side.ToString());
            json.WriteString("type", order.Type.ToString());
            json.WriteString("status", order.Status.ToString());
            json.WriteString("qty", Money(order.OrderQty));
            json.WriteString("filled", Money(order.CumQty));
            json.WriteString("price", Money(order.Price));
            json.WriteString("stop", Money(order.StopPx));
            json.WriteString("tag", order.Tag);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("strangers", view.Strangers.Count);
        Told(json, notices);
        Oms(json, view, latency);
        if (view.Risk is { } risk)
        {
            Risk(json, risk);
        }

        json.WritePropertyName("performance");
        performance.Write(json);
        json.WriteStartArray("alerts");
        foreach (var alert in alerts)
        {
            json.WriteStartObject();
            json.WriteString("time", UtcNanos.ToIso(alert.Time));
            json.WriteString("level", alert.Level.ToString());
            json.WriteString("rule", alert.Rule.ToString());
            json.WriteString("action", alert.Action.ToString());
            json.WriteString("reason", alert.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What it is told beside prices, and how the sources of that are.</summary>
    static void Told(Utf8JsonWriter json, IReadOnlyList<NoticeFigures> notices)
    {
        json.WriteStartArray("told");
        foreach (var notice in notices)
        {
            json.WriteStartObject();
            json.WriteString("symbol", notice.Symbol);
            json.WriteString("kind", notice.Kind.Word());
            json.WriteNumber("told", notice.Told);
            json.WriteNumber("waiting", notice.Waiting);
            json.WriteNumber("asked", notice.Asked);
            json.WriteNumber("failed", notice.Failed);
            json.WriteString("answered", notice.Answered is { } last ? UtcNanos.ToIso(UtcNanos.From(last)) : null);
            json.WriteString("trouble", notice.Trouble);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What the portfolio may lose, as shares of equity, and each position's part of it.</summary>
    static void Risk(Utf8JsonWriter json, PortfolioRisk risk)
    {
        json.WriteStartObject("risk");
        json.WriteNumber("returns", risk.Returns);
        foreach (var (name, figure) in (ReadOnlySpan<(string, double)>)
            [
                ("historicalVaR", risk.HistoricalVaR), ("historicalShortfall", risk.HistoricalShortfall), ("parametricVaR", risk.ParametricVaR),
                ("parametricShortfall", risk.ParametricShortfall), ("sharpe", risk.Sharpe), ("correlatedExposure", risk.CorrelatedExposure),
            ])
        {
            Finite(json, name, figure);
        }

        json.WriteStartArray("positions");
        foreach (var position in risk.Positions)
        {
            json.WriteStartObject();
            json.WriteString("symbol", position.Instrument);
            Finite(json, "varShare", position.VarShare);
            Finite(json, "sharpeShare", position.SharpeShare);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Finite(Utf8JsonWriter json, string name, double figure)
    {
        if (double.IsFinite(figure))
        {
            json.WriteNumber(name, Math.Round(figure, 6));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>The figures of order management.</summary>
    static void Oms(Utf8JsonWriter json, SessionView view, LatencyMeter latency)
    {
        var counts = view.Counts;
        json.WriteStartObject("oms");
        json.WriteNumber("submitted", counts.Submitted);
        json.WriteNumber("filled", counts.Filled);
        json.WriteNumber("cancelled", counts.Cancelled);
        json.WriteNumber("rejected", counts.Rejected);
        json.WriteNumber("expired", counts.Expired);
        json.WriteNumber("open", counts.Open);
        json.WriteNumber("fills", view.Fills);
        json.WriteNumber("fillRate", counts.Submitted == 0 ? 0d : Math.Round((double)counts.Filled / counts.Submitted, 4));
        json.WriteString("notional", Money(latency.Notional));
        json.WriteString("commission", Money(view.Costs.Commission));
        json.WriteNumber("ackMsP50", Math.Round(latency.MillisecondsAt(0.5), 3));
        json.WriteNumber("ackMsP99", Math.Round(latency.MillisecondsAt(0.99), 3));
        json.WriteStartObject("rejects");
        foreach (var (reason, times) in latency.Rejects)
        {
            json.WriteNumber(reason, times);
        }

        json.WriteEndObject();
        if (view.Live is { } live)
        {
            json.WriteNumber("repeatedFills", live.RepeatedFills);
            json.WriteNumber("lateFills", live.LateFills);
            json.WriteNumber("foundFills", live.FoundFills);
            json.WriteNumber("queries", live.Queries);
            json.WriteNumber("unknown", live.Unknown);
            json.WriteNumber("audits", live.Audits);
        }

        json.WriteEndObject();
    }

    static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    static string Money(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
