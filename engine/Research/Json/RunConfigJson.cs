using System.Text.Json;

namespace Workbench.Research;

/// <summary>The run's configuration and cost model in JSON.</summary>
static class RunConfigJson
{
    public static void WriteMode(Utf8JsonWriter json, RunConfig config) => json.WriteString("mode", config.Mode.ToString().ToLowerInvariant());

    public static void Write(Utf8JsonWriter json, RunConfig config)
    {
        json.WriteNumber("seed", config.Seed);
        json.WriteStartObject("config");
        json.Money("cash", config.Cash);
        json.WriteString("currency", config.Currency);
        json.WriteString("from", Bound(config.Range.From));
        json.WriteString("to", Bound(config.Range.To));
        json.WriteString("limitFill", ModelText.NameOf(config.LimitFill));
        json.WriteString("arrival", ModelText.NameOf(config.Arrival));
        json.WriteString("path", ModelText.NameOf(config.Path));
        json.WriteString("latency", config.Latency.ToString());
        json.WriteString("slippage", config.Slippage.ToString());
        json.WriteString("liquidity", config.Liquidity.ToString());
        json.WriteString("queue", config.Queue.ToString());
        json.WriteString("resolve", config.Resolve == default ? "" : config.Resolve.ToString());
        Write(json, "commission", config.Commission);
        json.WriteStartObject("commissionOf");
        foreach (var (symbol, schedule) in config.CommissionOf.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Write(json, symbol, schedule);
        }

        json.WriteEndObject();
        json.Strings("books", config.Books);
        AccountTermsJson.Write(json, config.Account);
        RiskTermsJson.Write(json, config.Risk);
        json.WriteEndObject();
    }

    public static RunConfig Read(JsonElement json)
    {
        var config = json.GetProperty("config");
        return new RunConfig
        {
            Mode = json.Enum<RunMode>("mode"),
            Seed = json.Long("seed"),
            Cash = config.Money("cash"),
            Currency = config.Text("currency"),
            Range = new TimeRange(
                config.Text("from").Length == 0 ? long.MinValue : config.Time("from"),
                config.Text("to").Length == 0 ? long.MaxValue : config.Time("to")),
            LimitFill = ModelText.Name<LimitFillRule>("limitFill", config.Text("limitFill")),
            Arrival = ModelText.Name<ArrivalRule>("arrival", config.Text("arrival")),
            Path = ModelText.Name<IntrabarPath>("path", config.Text("path")),
            Latency = ModelText.Latency(config.Text("latency")),
            Slippage = ModelText.Slippage(config.Text("slippage")),
            Liquidity = ModelText.Liquidity(config.Text("liquidity")),
            Queue = ModelText.Queue(config.Text("queue")),
            Resolve = config.Text("resolve") is { Length: > 0 } shorter ? BarSpec.Parse(shorter, null) : default,
            Commission = ReadSchedule(config.GetProperty("commission")),
            CommissionOf = config.GetProperty("commissionOf").EnumerateObject().ToDictionary(item => item.Name, item => ReadSchedule(item.Value)),
            Books = config.TryGetProperty("books", out _) ? config.Strings("books") : ["strategy"],
            Account = config.TryGetProperty("account", out var account) ? AccountTermsJson.Read(account) : new AccountTerms(),
            Risk = RiskTermsJson.Read(config),
        };
    }

    /// <summary>An open end of the range is empty text: the calendar does not reach that far.</summary>
    static string Bound(long nanos) => nanos is long.MinValue or long.MaxValue ? "" : UtcNanos.ToIso(nanos);

    static void Write(Utf8JsonWriter json, string name, CommissionSchedule schedule)
    {
        json.WriteStartObject(name);
        json.Money("rate", schedule.Rate);
        json.Money("perUnit", schedule.PerUnit);
        json.Money("fixed", schedule.Fixed);
        json.Money("minimum", schedule.Minimum);
        json.Money("maximum", schedule.Maximum);
        MoneyOr(json, "makerRate", schedule.MakerRate);
        json.WriteString("window", JsonOut.Camel(schedule.Window));
        json.Array("tiers", schedule.Tiers, (to, tier) =>
        {
            to.Money("from", tier.From);
            to.Money("rate", tier.Rate);
            MoneyOr(to, "makerRate", tier.MakerRate);
            to.Money("perUnit", tier.PerUnit);
        });
        json.WriteEndObject();
    }

    static CommissionSchedule ReadSchedule(JsonElement json) => new()
    {
        Rate = json.Money("rate"),
        PerUnit = json.Money("perUnit"),
        Fixed = json.Money("fixed"),
        Minimum = json.Money("minimum"),
        Maximum = json.MoneyOrNone("maximum"),
        MakerRate = MoneyOr(json, "makerRate"),
        Window = json.TryGetProperty("window", out _) ? json.Enum<TierWindow>("window") : TierWindow.Month,
        Tiers = json.ArrayOrNone("tiers", tier => new CommissionTier(tier.Money("from"), tier.Money("rate"), MoneyOr(tier, "makerRate"), tier.Money("perUnit"))),
    };

    static void MoneyOr(Utf8JsonWriter json, string name, decimal? amount)
    {
        if (amount is { } known)
        {
            json.Money(name, known);
        }
    }

    static decimal? MoneyOr(JsonElement json, string name) => json.TryGetProperty(name, out _) ? json.Money(name) : null;
}
