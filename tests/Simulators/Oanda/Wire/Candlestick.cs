namespace Workbench.Simulators.Oanda;

/// <summary>A candle of the candles call.</summary>
/// <param name="Time">Its beginning.</param>
/// <param name="Complete">Whether its time is over.</param>
/// <param name="Volume">How many prices it saw.</param>
/// <param name="Mid">Of mid prices, where asked for.</param>
/// <param name="Bid">Of bids, where asked for.</param>
/// <param name="Ask">Of asks, where asked for.</param>
public sealed record Candlestick(OandaTime Time, bool Complete, int Volume, CandlestickData? Mid, CandlestickData? Bid, CandlestickData? Ask);
