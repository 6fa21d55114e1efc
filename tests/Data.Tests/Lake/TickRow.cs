namespace Workbench.Data.Tests.Lake;

readonly record struct TickRow(long Time, long Bid, long Ask, long BidSize, long AskSize);
