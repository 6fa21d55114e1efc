namespace Workbench.Simulators.Oanda;

/// <summary>What others offer.</summary>
/// <param name="Instrument">As EUR_USD.</param>
/// <param name="Bid">Best price to sell at.</param>
/// <param name="Ask">Best price to buy at.</param>
/// <param name="Size">Units at each of the five steps of the ladder.</param>
public sealed record OandaQuote(string Instrument, decimal Bid, decimal Ask, decimal Size = 10_000_000m);
