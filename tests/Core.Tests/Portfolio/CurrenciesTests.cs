namespace Workbench.Core.Tests.Portfolio;

public sealed class CurrenciesTests
{
    // A yen profit of 2,000: 1,000 units from 180 to 182, while a dollar goes from 150 to 100 yen.
    static readonly TickRow[] Pounds = [Flat(0, 180_000), Flat(2, 180_000), Flat(4, 182_000), Flat(6, 182_000), Flat(10, 182_000)];
    static readonly TickRow[] Dollars = [Flat(-5, 150_000), Flat(5, 125_000), Flat(9, 100_000)];

    [Fact]
    public void A_profit_is_converted_when_it_arises_and_what_the_rate_does_later_is_nothing_to_it()
    {
        Assert.Equal(100_000m + 2_000m / 125m, Run(new AccountTerms()).EndEquity);
    }

    [Fact]
    public void A_profit_that_is_kept_in_its_currency_moves_with_the_rate()
    {
        Assert.Equal(100_000m + 2_000m / 100m, Run(new AccountTerms { KeepsCurrencies = true }).EndEquity);
    }

    [Fact]
    public void Money_in_other_currencies_at_the_start_is_valued_at_the_first_price_and_moves_with_it()
    {
        var result = Run(new AccountTerms { Deposits = [new Money(3_000_000m, "JPY")] });

        Assert.Equal(100_000m + 20_000m, result.StartEquity);
        Assert.Equal(100_000m + 30_000m + 2_000m / 125m, result.EndEquity);
        Assert.Equal(result.EndEquity, result.MaxEquity);
    }

    [Fact]
    public void Money_whose_worth_nobody_knows_is_refused()
    {
        var terms = new AccountTerms { Deposits = [new Money(1m, "CHF")] };

        Assert.Equal("WB4031", Assert.Throws<WorkbenchException>(() => Run(terms)).Code);
    }

    static RunResult Run(AccountTerms terms)
    {
        var step = 0;
        var strategy = new TickScripted { Ticked = (self, tick) => _ = step++ switch { 0 => self.Buy(1000m), 2 => self.Sell(1000m), _ => null } };
        return Play.Run(Given.Usd with { Account = terms }, strategy, Tapes.Ticks(Given.GbpJpy, Pounds), Tapes.Ticks(Given.UsdJpy, Dollars, ratesOnly: true)).Result;
    }

    static TickRow Flat(int minute, long price) => new(Given.At(9) + minute * UtcNanos.Minute, price, price);
}
