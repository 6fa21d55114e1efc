using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The account's terms as a configuration writes them.</summary>
static class AccountConfig
{
    /// <summary>Reads <c>{"mode":"hedging","leverage":30,"margin":{"US30":{"initial":0.05,"maintenance":0.025}},"stopOut":0.5,"cash":{"EUR":1000}}</c>.</summary>
    public static AccountTerms Read(JsonFields fields)
    {
        var terms = new AccountTerms
        {
            Mode = fields.Word("mode", PositionMode.Netting, ("netting", PositionMode.Netting), ("hedging", PositionMode.Hedging)),
            Leverage = fields.Number("leverage", 0m, value => value is >= 1m and <= 10_000m, "from 1 to 10000 is needed"),
            MarginCallLevel = fields.Number("marginCall", 1m, value => value is > 0m and <= 10m, "a share of the initial margin, above 0 and up to 10, is needed"),
            StopOutLevel = fields.Number("stopOut", 0.5m, value => value is > 0m and <= 1m, "a share of the initial margin, above 0 and up to 1, is needed"),
            StopOut = fields.Word("stopOutOrder", StopOutRule.LargestLossFirst, ("largestLossFirst", StopOutRule.LargestLossFirst), ("allAtOnce", StopOutRule.AllAtOnce)),
            KeepsCurrencies = fields.Flag("keepCurrencies"),
            MarginOf = fields.Objects("margin").ToDictionary(entry => entry.Key.ToUpperInvariant(), entry => Margin(entry.Fields)),
            Deposits = Deposits(fields),
        };
        fields.Done();
        return terms;
    }

    static MarginRates Margin(JsonFields fields)
    {
        var initial = fields.Number("initial", 0m, value => value is > 0m and <= 1m, "a share of the position's value, above 0 and up to 1, is needed");
        var maintenance = fields.Number("maintenance", initial / 2m, value => value > 0m && value <= initial, "above 0 and not above the initial margin is needed");
        fields.Done();
        return initial > 0m ? new MarginRates(initial, maintenance) : throw CliErrors.BadConfig(fields.Config, $"{fields.Name}.initial is missing.");
    }

    static List<Money> Deposits(JsonFields fields)
    {
        var deposits = new List<Money>();
        if (fields.Find("cash") is { } amounts)
        {
            var within = new JsonFields(amounts, fields.Config, fields.Name + ".cash");
            foreach (var entry in amounts.EnumerateObject())
            {
                deposits.Add(new Money(within.Number(entry.Name, 0m, value => value > 0m, "an amount above 0 is needed"), entry.Name.ToUpperInvariant()));
            }
        }

        return deposits;
    }
}
