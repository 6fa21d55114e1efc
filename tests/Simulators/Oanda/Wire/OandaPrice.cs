using System.Text.Json.Serialization;

namespace Workbench.Simulators.Oanda;

/// <summary>A price as the pricing call and the pricing stream tell it.</summary>
public sealed record OandaPrice
{
    public string Type => "PRICE";

    public required string Instrument { get; init; }

    public required OandaTime Time { get; init; }

    /// <summary>The older spelling of <see cref="Tradeable"/>.</summary>
    public string Status => Tradeable ? "tradeable" : "non-tradeable";

    public bool Tradeable { get; init; } = true;

    /// <summary>Best first.</summary>
    public required IReadOnlyList<PriceBucket> Bids { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<PriceBucket> Asks { get; init; }

    /// <summary>What a margin closeout would get: the far end of the ladder.</summary>
    public decimal CloseoutBid => Bids[^1].Price;

    public decimal CloseoutAsk => Asks[^1].Price;

    /// <summary>What a unit of the quote currency is worth in the account's; only in answers, not in the stream.</summary>
    public QuoteHomeConversionFactors? QuoteHomeConversionFactors { get; init; }

    [JsonIgnore]
    public decimal Bid => Bids[0].Price;

    [JsonIgnore]
    public decimal Ask => Asks[0].Price;

    [JsonIgnore]
    public decimal Mid => (Bid + Ask) / 2;
}
