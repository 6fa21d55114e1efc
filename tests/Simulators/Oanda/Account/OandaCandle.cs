namespace Workbench.Simulators.Oanda;

/// <summary>What bid and ask did for some time.</summary>
readonly record struct OandaCandle(
    (decimal Bid, decimal Ask) Open, (decimal Bid, decimal Ask) High, (decimal Bid, decimal Ask) Low, (decimal Bid, decimal Ask) Close, int Volume)
{
    public static OandaCandle Of(OandaPrice price)
    {
        var at = (price.Bid, price.Ask);
        return new(at, at, at, at, 1);
    }

    public OandaCandle And(OandaPrice price) => Then(Of(price));

    /// <summary>This one, and the one that followed, as one.</summary>
    public OandaCandle Then(OandaCandle next) => new(
        Open, (Math.Max(High.Bid, next.High.Bid), Math.Max(High.Ask, next.High.Ask)),
        (Math.Min(Low.Bid, next.Low.Bid), Math.Min(Low.Ask, next.Low.Ask)), next.Close, Volume + next.Volume);

    public CandlestickData Bid => new(Open.Bid, High.Bid, Low.Bid, Close.Bid);

    public CandlestickData Ask => new(Open.Ask, High.Ask, Low.Ask, Close.Ask);

    /// <summary>The middle, rounded as prices are.</summary>
    public CandlestickData Mid(OandaInstrument instrument) => new(
        instrument.Price((Open.Bid + Open.Ask) / 2), instrument.Price((High.Bid + High.Ask) / 2),
        instrument.Price((Low.Bid + Low.Ask) / 2), instrument.Price((Close.Bid + Close.Ask) / 2));
}
