using System.Globalization;

namespace Workbench.Model;

/// <summary>An amount of one currency, exact. Adding two currencies is a bug and throws: convert at an event-time rate first.</summary>
/// <param name="Amount">Units of the currency, any sign.</param>
/// <param name="Currency">ISO 4217 code, or a venue's code for a coin.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>Decimals that an amount keeps which came out of a division: a conversion, a share of a cost, the value of an inverse contract.</summary>
    public const int Decimals = 12;

    /// <summary>
    /// An amount as it is booked. What a division left is rounded once, half to even, and only then booked on every side: sums
    /// of such amounts are exact, where sums of 28-digit quotients would lose their last digits.
    /// </summary>
    public static decimal Booked(decimal amount) => Math.Round(amount, Decimals, MidpointRounding.ToEven);

    /// <summary>Sum of two amounts of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.In(left.Currency), left.Currency);

    /// <summary>Difference of two amounts of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.In(left.Currency), left.Currency);

    /// <summary>The amount with its sign turned.</summary>
    public static Money operator -(Money value) => new(-value.Amount, value.Currency);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");

    decimal In(string currency) => Currency == currency
        ? Amount
        : throw new InvalidOperationException($"Cannot add {Currency} to {currency} without a rate.");
}
