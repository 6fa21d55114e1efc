using System.Text.Json;

namespace Workbench.Research;

/// <summary>The run's document as JSON: what <c>backtest --json</c> prints and <c>result.json</c> holds. Field names are a contract.</summary>
public static class RunDocumentJson
{
    /// <summary>Counts up when a field changes its meaning.</summary>
    public const int Schema = 1;

    public static void Write(Utf8JsonWriter json, RunDocument run)
    {
        json.WriteStartObject();
        WriteIdentity(json, run);
        WriteOutcome(json, run);
        WriteMetrics(json, run);
        json.WriteStartObject("tables");
        RunTablesJson.Write(json, run.Tables);
        json.WriteEndObject();
        json.Strings("warnings", run.Warnings);
        json.WriteStartObject("artifacts");
        foreach (var (name, path) in run.Artifacts)
        {
            json.WriteString(name, path);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The document of a JSON text.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="KeyNotFoundException">A field is missing.</exception>
    public static RunDocument Read(JsonElement json)
    {
        var equity = json.GetProperty("equity");
        return new RunDocument
        {
            Identity = ReadIdentity(json),
            Config = RunConfigJson.Read(json),
            Timings = ReadTimings(json),
            EventLogHash = json.Text("eventLogHash"),
            Events = json.Long("events"),
            Covered = new TimeRange(json.Time("firstEvent"), json.Time("lastEvent")),
            IsPartial = json.Flag("partial"),
            Orders = ReadOrders(json.GetProperty("orders")),
            Fills = json.Long("fills"),
            Trades = json.Long("trades"),
            Equity = new EquitySummary(equity.Money("start"), equity.Money("end"), equity.Money("min"), equity.Money("max"),
                equity.Text("currency"), ReadDrawdown(equity.GetProperty("drawdown"))),
            Costs = TradeJson.ReadCosts(json.GetProperty("costs")),
            Dividends = json.MoneyOrNone("dividends"),
            Account = AccountJson.ReadAccount(json),
            Models = json.ArrayOrNone("models", item => item.GetString() ?? ""),
            Scripts = json.ArrayOrNone("scripts", AccountJson.ReadScript),
            PeriodsPerYear = json.Int("periodsPerYear"),
            Benchmarks = json.Array("benchmarks", line =>
                new BenchmarkLine(line.Text("instrument"), line.Money("first"), line.Money("last"), line.Number("return"))),
            Metrics = [.. json.GetProperty("metrics").EnumerateObject().Select(ReadMetric)],
            Tables = RunTablesJson.Read(json.GetProperty("tables")),
            Warnings = json.Strings("warnings"),
            Artifacts = json.GetProperty("artifacts").EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString() ?? ""),
        };
    }

    static void WriteIdentity(Utf8JsonWriter json, RunDocument run)
    {
        var identity = run.Identity;
        json.WriteNumber("schema", Schema);
        json.WriteString("runId", identity.RunId);
        json.Time("created", identity.CreatedNanos);
        RunConfigJson.WriteMode(json, run.Config);
        json.WriteStartObject("strategy");
        json.WriteString("file", identity.StrategyFile);
        json.WriteString("sha256", identity.StrategySha256);
        json.WriteEndObject();
        Write(json, identity.Parameters);
        json.Array("moreScripts", identity.MoreScripts, (to, script) =>
        {
            to.WriteString("book", script.Book);
            to.WriteString("file", script.File);
            to.WriteString("sha256", script.Sha256);
            Write(to, script.Parameters);
        });
        RunConfigJson.Write(json, run.Config);
        json.WriteString("engineVersion", identity.EngineVersion);
        json.WriteString("command", identity.Command);
        json.WriteStartObject("tried");
        json.WriteNumber("count", identity.Tried.Count);
        json.WriteNumber("sharpeVariance", identity.Tried.SharpeVariance);
        json.WriteEndObject();
        json.Strings("notes", identity.Warnings);
        json.WriteBoolean("acceptDataWarnings", identity.AcceptsDataWarnings);
        DataJson.Write(json, identity.Data);
    }

    static RunIdentity ReadIdentity(JsonElement json) => new()
    {
        RunId = json.Text("runId"),
        CreatedNanos = json.Time("created"),
        StrategyFile = json.GetProperty("strategy").Text("file"),
        StrategySha256 = json.GetProperty("strategy").Text("sha256"),
        EngineVersion = json.Text("engineVersion"),
        Parameters = ReadParameters(json),
        MoreScripts = json.Array("moreScripts", script => new ScriptIdentity(script.Text("book"), script.Text("file"), script.Text("sha256"), ReadParameters(script))),
        AcceptsDataWarnings = json.TryGetProperty("acceptDataWarnings", out var accepts) && accepts.GetBoolean(),
        Data = json.Array("data", DataJson.Read),
        Command = json.Text("command"),
        Warnings = json.Strings("notes"),
        Tried = new VariantsTried(json.GetProperty("tried").Int("count"), json.GetProperty("tried").Double("sharpeVariance")),
    };

    static void Write(Utf8JsonWriter json, IReadOnlyList<RunParameter> parameters)
    {
        json.WriteStartObject("parameters");
        foreach (var parameter in parameters)
        {
            json.WritePropertyName(parameter.Name);
            json.WriteRawValue(parameter.Json);
        }

        json.WriteEndObject();
    }

    static IReadOnlyList<RunParameter> ReadParameters(JsonElement json) =>
        [.. json.GetProperty("parameters").EnumerateObject().Select(item => new RunParameter(item.Name, item.Value.GetRawText()))];

    static void WriteOutcome(Utf8JsonWriter json, RunDocument run)
    {
        json.WriteString("eventLogHash", run.EventLogHash);
        json.WriteNumber("events", run.Events);
        json.WriteNumber("wallSeconds", run.Timings.Wall);
        json.WriteNumber("eventsPerSecond", Math.Round(run.EventsPerSecond));
        WriteTimings(json, run.Timings);
        json.WriteBoolean("partial", run.IsPartial);
        json.Time("firstEvent", run.Covered.From);
        json.Time("lastEvent", run.Covered.To);
        WriteOrders(json, run.Orders);
        json.WriteNumber("fills", run.Fills);
        json.WriteNumber("trades", run.Trades);
        WriteEquity(json, run.Equity);
        TradeJson.Write(json, "costs", run.Costs);
        json.Money("dividends", run.Dividends);
        AccountJson.Write(json, run.Account);
        AccountJson.Write(json, run.Scripts);
        json.Strings("models", run.Models);
        json.WriteNumber("periodsPerYear", run.PeriodsPerYear);
        json.Array("benchmarks", run.Benchmarks, (to, line) =>
        {
            to.WriteString("instrument", line.Symbol);
            to.Money("first", line.First);
            to.Money("last", line.Last);
            to.Number("return", line.Return);
        });
    }

    static void WriteTimings(Utf8JsonWriter json, RunTimings timings)
    {
        json.WriteStartObject("timings");
        json.WriteNumber("start", timings.Start);
        json.WriteNumber("compile", timings.Compile);
        json.WriteNumber("decode", timings.Decode);
        json.WriteNumber("replay", timings.Replay);
        json.WriteNumber("report", timings.Report);
        json.WriteEndObject();
    }

    static RunTimings ReadTimings(JsonElement json)
    {
        var timings = json.GetProperty("timings");
        return new RunTimings(timings.Double("start"), timings.Double("compile"), timings.Double("decode"),
            timings.Double("replay"), timings.Double("report"), json.Double("wallSeconds"));
    }

    static void WriteOrders(Utf8JsonWriter json, OrderCounts orders)
    {
        json.WriteStartObject("orders");
        json.WriteNumber("submitted", orders.Submitted);
        json.WriteNumber("filled", orders.Filled);
        json.WriteNumber("cancelled", orders.Cancelled);
        json.WriteNumber("rejected", orders.Rejected);
        json.WriteNumber("expired", orders.Expired);
        json.WriteNumber("open", orders.Open);
        json.WriteEndObject();
    }

    static OrderCounts ReadOrders(JsonElement json) => new(
        json.Long("submitted"), json.Long("filled"), json.Long("cancelled"), json.Long("rejected"), json.Long("expired"), json.Long("open"));

    static void WriteEquity(Utf8JsonWriter json, EquitySummary equity)
    {
        json.WriteStartObject("equity");
        json.Money("start", equity.Start);
        json.Money("end", equity.End);
        json.Money("min", equity.Min);
        json.Money("max", equity.Max);
        json.WriteString("currency", equity.Currency);
        json.WriteStartObject("drawdown");
        json.Money("money", equity.Drawdown.Money);
        json.Number("share", equity.Drawdown.Share);
        json.Time("peak", equity.Drawdown.PeakTime);
        json.Time("trough", equity.Drawdown.TroughTime);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static Drawdown ReadDrawdown(JsonElement json) =>
        new(json.Money("money"), json.Number("share") ?? 0d, json.Time("peak"), json.Time("trough"));

    static void WriteMetrics(Utf8JsonWriter json, RunDocument run)
    {
        json.WriteStartObject("metrics");
        foreach (var metric in run.Metrics)
        {
            json.WriteStartObject(metric.Definition.Key);
            if (metric.Money is { } money)
            {
                json.Money("value", money);
            }
            else
            {
                json.Number("value", metric.Value);
            }

            if (metric.Reason is not null)
            {
                json.WriteString("reason", metric.Reason);
            }

            json.WriteString("unit", Unit(metric.Definition.Unit, run.Equity.Currency));
            json.WriteString("formula", metric.Definition.Formula);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    static Metric ReadMetric(JsonProperty item)
    {
        var definition = MetricCatalog.Find(item.Name);
        var reason = item.Value.TryGetProperty("reason", out var text) ? text.GetString() : null;
        return item.Value.GetProperty("value").ValueKind switch
        {
            JsonValueKind.String => Metric.OfMoney(definition, item.Value.Money("value")),
            JsonValueKind.Number => Metric.Of(definition, item.Value.Double("value")),
            _ => Metric.None(definition, reason ?? ""),
        };
    }

    static string Unit(MetricUnit unit, string currency) => unit switch
    {
        MetricUnit.Currency => currency,
        MetricUnit.Seconds => "s",
        _ => unit.ToString().ToLowerInvariant(),
    };
}
