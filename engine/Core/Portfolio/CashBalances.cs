namespace Workbench.Core;

/// <summary>The account's money by currency. Unless told to keep them apart it has one currency, and what arises in another is converted when it arises.</summary>
sealed class CashBalances(decimal own)
{
    readonly List<Foreign> foreign = [];

    /// <summary>Money in account currency alone.</summary>
    public decimal Own { get; private set; } = own;

    /// <summary>Whether no other currency is held, so that no rate moves the balance.</summary>
    public bool IsSimple => foreign.Count == 0;

    /// <summary>All of it in account currency, at the rates of now.</summary>
    public decimal Total
    {
        get
        {
            var total = Own;
            foreach (var other in foreign)
            {
                total += other.Conversion.Convert(other.Amount);
            }

            return total;
        }
    }

    /// <summary>Adds money in account currency.</summary>
    public void Add(decimal amount) => Own += amount;

    /// <summary>Adds money in the currency that a conversion leads from.</summary>
    public void Add(decimal amount, string currency, Conversion conversion)
    {
        if (conversion.IsNone)
        {
            Own += amount;
            return;
        }

        foreach (var other in foreign)
        {
            if (other.Currency == currency)
            {
                other.Amount += amount;
                return;
            }
        }

        foreign.Add(new Foreign(currency, conversion) { Amount = amount });
    }

    /// <summary>Whether a market's price is part of the balance's worth.</summary>
    public bool Uses(Market market)
    {
        foreach (var other in foreign)
        {
            if (other.Amount != 0m && other.Conversion.Uses(market))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Amounts by currency, the account's own first.</summary>
    public IReadOnlyList<Money> In(string currency) =>
        [new Money(Own, currency), .. foreign.Select(other => new Money(other.Amount, other.Currency))];

    sealed class Foreign(string currency, Conversion conversion)
    {
        public string Currency => currency;

        public Conversion Conversion => conversion;

        public decimal Amount { get; set; }
    }
}
