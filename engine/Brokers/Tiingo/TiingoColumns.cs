namespace Workbench.Brokers.Tiingo;

/// <summary>Positions in the list that an update is. Coins have the exchange behind the time; shares have nanoseconds there, and the price of the ask before its size.</summary>
readonly record struct TiingoColumns(int Ticker, int Time, int BidSize, int Bid, int Ask, int AskSize);
