using System.Text.Json;

namespace Workbench.Research;

/// <summary>The account's terms in JSON.</summary>
static class AccountTermsJson
{
    public static void Write(Utf8JsonWriter json, AccountTerms terms)
    {
        json.WriteStartObject("account");
        json.WriteString("mode", JsonOut.Camel(terms.Mode));
        json.Money("leverage", terms.Leverage);
        json.Money("marginCall", terms.MarginCallLevel);
        json.Money("stopOut", terms.StopOutLevel);
        json.WriteString("stopOutOrder", JsonOut.Camel(terms.StopOut));
        json.WriteBoolean("keepCurrencies", terms.KeepsCurrencies);
        json.WriteStartObject("margin");
        foreach (var (symbol, rates) in terms.MarginOf.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(symbol);
            json.Money("initial", rates.Initial);
            json.Money("maintenance", rates.Maintenance);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("cash");
        foreach (var (amount, currency) in terms.Deposits)
        {
            json.Money(currency, amount);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static AccountTerms Read(JsonElement json) => new()
    {
        Mode = json.Enum<PositionMode>("mode"),
        Leverage = json.Money("leverage"),
        MarginCallLevel = json.Money("marginCall"),
        StopOutLevel = json.Money("stopOut"),
        StopOut = json.Enum<StopOutRule>("stopOutOrder"),
        KeepsCurrencies = json.Flag("keepCurrencies"),
        MarginOf = json.GetProperty("margin").EnumerateObject().ToDictionary(item => item.Name, item => new MarginRates(item.Value.Money("initial"), item.Value.Money("maintenance"))),
        Deposits = [.. json.GetProperty("cash").EnumerateObject().Select(item => new Money(json.GetProperty("cash").Money(item.Name), item.Name))],
    };
}
